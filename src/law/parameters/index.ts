export { PARAMETERS } from './catalogue.ts';
export { type DatedValue, type Parameter, type Unit } from './parameter.ts';
export { type ParameterId, type ParameterValues, type PlaceParameters, type PlaceSeries, type ValueAnswer, type ValueInForce, valueOn } from './value-on.ts';
