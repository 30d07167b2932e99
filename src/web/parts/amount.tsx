// Amounts on a page: rows that add up, and the one large figure. Amounts are decimal strings;
// a minus is U+2212 and stands in front of the number; signed amounts keep their direction in
// any script.
import type { ComponentChildren } from 'preact';
import { formatAmount, formatFigure, type Sign } from '../../words/money.ts';

export type AmountProps = {
  readonly amount: string;
  readonly currency: string;
  readonly sign?: Sign | undefined;
};

/** "$1,234.50" in a sentence. */
export function Amount({ amount, currency, sign }: AmountProps) {
  return <bdi class="nobr">{formatAmount(amount, currency, sign)}</bdi>;
}

/** "1,234.50" in a table whose heading names the currency. */
export function FigureOf({ amount, sign }: { amount: string; sign?: Sign | undefined }) {
  return <bdi>{formatFigure(amount, sign)}</bdi>;
}

export type SumRow = {
  readonly label: ComponentChildren;
  /** Under the label, small. */
  readonly note?: ComponentChildren;
  /** A decimal string; or words where there is no amount ("none", "14 days"). */
  readonly amount?: string | undefined;
  readonly text?: ComponentChildren;
  readonly sign?: Sign | undefined;
  /** `part` is indented and quiet, `sum` has a rule above, `end` a double rule below. */
  readonly kind?: 'part' | 'sum' | 'end' | undefined;
  /** Opens a new group. */
  readonly gap?: boolean | undefined;
};

export type SumsProps = {
  /** Read out before the rows: "A release with its fee, US dollars". */
  readonly caption?: string | undefined;
  readonly rows: readonly SumRow[];
};

export function Sums({ caption, rows }: SumsProps) {
  return (
    <table class="sums">
      {caption && <caption class="hidden">{caption}</caption>}
      <tbody>
        {rows.map((row, index) => (
          <tr
            key={index}
            class={[row.kind, row.gap && 'gap'].filter(Boolean).join(' ') || undefined}
          >
            <th scope="row">
              {row.label}
              {row.note && <small>{row.note}</small>}
            </th>
            <td>
              {row.amount === undefined ? (
                row.text
              ) : (
                <FigureOf amount={row.amount} sign={row.sign} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The large number of a page, at most one: "Available now $1,740.00". */
export function Figure({ label, amount, currency }: AmountProps & { label?: string }) {
  return (
    <p>
      {label && <span class="note figure-label">{label}</span>}
      <span class="figure">
        <bdi>{formatAmount(amount, currency)}</bdi>
      </span>
    </p>
  );
}
