// The milestones of an offer as rows of a form. Each button posts the form with what it does, so
// the list grows, shrinks and turns without a script; enhance/composer.ts does the same at once.
// Rows are sent as repeated fields whose order is the order of the milestones.
import type { HTMLAttributes } from 'preact';
import { Button } from '../button.tsx';
import { Field } from './field.tsx';
import type { MilestoneRow } from './milestone-rows.ts';

export type RowErrors = {
  readonly title?: string | undefined;
  readonly amount?: string | undefined;
  readonly due?: string | undefined;
};

export type ComposerProps = {
  readonly rows: readonly MilestoneRow[];
  readonly errors?: readonly (RowErrors | undefined)[] | undefined;
  readonly currency: string;
  /** Digits of the currency after the point: 2 for USD. */
  readonly digits: number;
  /** The sum of the amounts in words; "–" while one of them is no amount. */
  readonly total: string;
  /** The order of the rows means nothing here: they cannot be moved. */
  readonly fixed?: boolean | undefined;
};

export function Composer(props: ComposerProps) {
  const { rows, errors = [], currency, digits, total, fixed = false } = props;
  return (
    <milestone-composer class="composer" data-currency={currency} data-digits={digits}>
      {/* Enter in a field presses the form's first button: it must not be "Remove". */}
      <button class="hidden" type="submit" tabIndex={-1} aria-hidden="true">
        Continue
      </button>
      <ol>
        {rows.map((row, index) => (
          <Row key={index} {...{ row, index, fixed }} count={rows.length} errors={errors[index]} />
        ))}
      </ol>
      <div class="total">
        <Button name="do" value="add" data-does="add" formnovalidate>
          Add another milestone
        </Button>
        <p>
          Total <output>{total}</output>
        </p>
      </div>
      <p class="hidden" role="status" />
    </milestone-composer>
  );
}

type RowProps = {
  readonly row: MilestoneRow;
  readonly index: number;
  readonly count: number;
  readonly errors: RowErrors | undefined;
  readonly fixed: boolean;
};

function Row({ row, index, count, errors, fixed }: RowProps) {
  const id = `milestone-${index}`;
  return (
    <li>
      <fieldset>
        <legend>Milestone {index + 1}</legend>
        <input type="hidden" name="milestone_id" value={row.id} />
        <Field
          {...{ id: `${id}-title`, name: 'milestone_title', label: 'What is delivered' }}
          {...{ value: row.title, error: errors?.title }}
        />
        <Field
          {...{ id: `${id}-amount`, name: 'milestone_amount', label: 'Amount', money: true }}
          {...{ value: row.amount, error: errors?.amount }}
        />
        <Field
          {...{ id: `${id}-due`, name: 'milestone_due', label: 'Due, if you like', type: 'date' }}
          {...{ value: row.due, error: errors?.due }}
        />
        <div class="tools">
          {!fixed && <Tool verb="up" label="Move up" index={index} hidden={index === 0} />}
          {!fixed && (
            <Tool verb="down" label="Move down" index={index} hidden={index === count - 1} />
          )}
          <Tool verb="remove" label="Remove" index={index} hidden={count === 1} />
        </div>
      </fieldset>
    </li>
  );
}

type ToolProps = { verb: string; label: string; index: number; hidden: boolean };

function Tool({ verb, label, index, hidden }: ToolProps) {
  return (
    <button
      type="submit"
      name="do"
      value={`${verb}:${index}`}
      data-does={verb}
      hidden={hidden}
      formnovalidate
    >
      {label}
      <span class="hidden"> milestone {index + 1}</span>
    </button>
  );
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'milestone-composer': HTMLAttributes<HTMLElement> & {
        'data-currency': string;
        'data-digits': number;
      };
    }
  }
}
