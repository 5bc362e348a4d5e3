import './tile-grid.css';
import { count } from './format.ts';
import { Link } from './link.tsx';

export interface Tile {
  readonly key: string;
  readonly name: string;
  readonly value: number;
  readonly to: string;
}

/** One tile per place instead of a map: number and shade, each a link to its rows. */
export function TileGrid({ label, unit, tiles }: { readonly label: string; readonly unit: string; readonly tiles: readonly Tile[] }) {
  const most = Math.max(1, ...tiles.map((tile) => tile.value));
  return (
    <ul className="tiles" aria-label={label}>
      {tiles.map((tile) => (
        <li key={tile.key}>
          <Link to={tile.to} className={`tile tile-${Math.min(3, Math.floor((tile.value / most) * 3.99))}`}>
            <span className="tile-name">{tile.name}</span>
            <span className="strong">{count(tile.value)}</span>
            <span className="vh"> {unit}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
