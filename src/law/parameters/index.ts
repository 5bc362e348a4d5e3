export { PARAMETERS } from './catalogue.ts';
export { type DatedValue, type Parameter, readValue, type Unit } from './parameter.ts';
export {
  isParameterId,
  type ParameterId,
  type ParameterValues,
  type PlaceParameters,
  type PlaceSeries,
  type ValueAnswer,
  type ValueInForce,
  valueOn,
} from './value-on.ts';
