// How an amount is divided between the two: one number for the freelancer's part, and under it the
// sum of both parts. A script keeps the sum in step with what is typed; without it the same
// button works it out.
import type { HTMLAttributes } from 'preact';
import { digitsOf } from '../../../../domain/money/currencies.ts';
import { fromDecimal, subtract, toDecimal } from '../../../../domain/money/money.ts';
import { formatFigure } from '../../../../words/money.ts';
import { type Scene, whom } from '../../../../words/scene.ts';
import type { Typed } from '../../../confirm/shown.ts';
import { Button } from '../../../parts/button.tsx';
import { Field } from '../../../parts/form/field.tsx';

export type SplitFieldProps = {
  /** What is divided. */
  readonly amount: string;
  readonly scene: Scene;
  readonly typed: Typed;
};

export function SplitField({ amount, scene, typed }: SplitFieldProps) {
  const { currency } = scene;
  const text = typed.value('to_freelancer').trim();
  const rest = restOf(amount, text, currency);
  const part = rest === null ? '–' : figure(text, currency);
  return (
    <split-sum class="measured block" data-whole={amount} data-digits={digitsOf(currency) ?? 2}>
      <Field
        name="to_freelancer"
        label={`How much of it goes to ${whom(scene, 'freelancer')}, in ${currency}`}
        hint={`From 0 to ${formatFigure(amount)}, before the fee of ${scene.fees.freelancer}.`}
        value={typed.value('to_freelancer')}
        error={typed.error('to_freelancer')}
        money
      />
      <table class="sums narrow above-3">
        <caption class="hidden">How the amount in dispute is divided, in {currency}</caption>
        <tbody>
          <tr>
            <th scope="row">To {whom(scene, 'freelancer')}</th>
            <td>
              <output data-part="freelancer">{part}</output>
            </td>
          </tr>
          <tr>
            <th scope="row">Back to {whom(scene, 'client')}</th>
            <td>
              <output data-part="client">{rest === null ? '–' : formatFigure(rest)}</output>
            </td>
          </tr>
          <tr class="end">
            <th scope="row">In dispute, {currency}</th>
            <td>{formatFigure(amount)}</td>
          </tr>
        </tbody>
      </table>
      <div class="above-4">
        <Button name="_do" value="look">
          Work it out
        </Button>
      </div>
    </split-sum>
  );
}

/** What is left for the client; null where the text is no part of the whole. */
function restOf(whole: string, text: string, currency: string): string | null {
  const [all, part] = [fromDecimal(whole, currency), partOf(text, currency)];
  if (all === null || part === null) return null;
  const rest = subtract(all, part);
  return rest.minor < 0n ? null : toDecimal(rest);
}

function partOf(text: string, currency: string) {
  return /^\d{1,12}(\.\d{1,3})?$/.test(text) ? fromDecimal(text, currency) : null;
}

function figure(text: string, currency: string): string {
  const part = partOf(text, currency);
  return part === null ? '–' : formatFigure(toDecimal(part));
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'split-sum': HTMLAttributes<HTMLElement> & {
        'data-whole': string;
        'data-digits': number;
      };
    }
  }
}
