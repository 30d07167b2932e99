// How much of the money that is held is paid: nothing, a part, or all, each with its price. The
// same three rows for a release and for an ending.
import { fromDecimal, subtract, toDecimal, zero } from '../../../domain/money/money.ts';
import { formatAmount, isZeroAmount } from '../../../words/money.ts';
import type { Typed } from '../../confirm/shown.ts';
import { Button } from '../../parts/button.tsx';
import { Choice, type ChoiceOption } from '../../parts/form/choice.tsx';
import { Field } from '../../parts/form/field.tsx';

export type MoneyChoicesProps = {
  readonly legend: string;
  /** The field of the amount: "release" or "amount". */
  readonly field: string;
  readonly held: string;
  readonly currency: string;
  readonly typed: Typed;
  /** What is said under each; without `none` that row is left out. */
  readonly notes: { readonly none?: string; readonly part: string; readonly all: string };
};

export function MoneyChoices(props: MoneyChoicesProps) {
  const { legend, field, held, currency, typed, notes } = props;
  const error = typed.error(field);
  const none: readonly ChoiceOption[] =
    notes.none === undefined
      ? []
      : [
          {
            value: 'none',
            label: 'Nothing',
            price: formatAmount(zeroOf(currency), currency),
            note: notes.none,
          },
        ];
  const part: ChoiceOption = {
    value: 'part',
    label: 'A part',
    price: partOf(typed.value(field), currency),
    note: notes.part,
    inline: (
      <>
        <Field
          name={field}
          label={`Amount in ${currency}, less than ${formatAmount(held, currency)}`}
          value={typed.value(field)}
          error={error}
          money
        />
        <Button name="_do" value="look">
          Work it out again
        </Button>
      </>
    ),
  };
  return (
    <Choice
      name="_pay"
      legend={legend}
      value={typed.value('_pay')}
      options={[
        ...none,
        part,
        { value: 'all', label: 'All of it', price: formatAmount(held, currency), note: notes.all },
      ]}
    />
  );
}

function zeroOf(currency: string): string {
  return toDecimal(zero(currency));
}

/** What was typed, where it is an amount; else nothing is claimed. */
function partOf(text: string, currency: string): string | undefined {
  if (!/^\d{1,12}(\.\d{1,3})?$/.test(text.trim())) return undefined;
  const amount = fromDecimal(text.trim(), currency);
  return amount === null ? undefined : formatAmount(toDecimal(amount), currency);
}

/** What would be left of the money held, or null when nothing would. */
export function restOf(held: string, paid: string, currency: string): string | null {
  const [whole, part] = [fromDecimal(held, currency), fromDecimal(paid, currency)];
  if (whole === null || part === null) return null;
  const rest = toDecimal(subtract(whole, part));
  return isZeroAmount(rest) ? null : rest;
}
