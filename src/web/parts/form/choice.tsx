// Choices: radio rows with their price at the right, a single tick, and the scale of five as
// numbers, never stars alone.
import type { ComponentChildren } from 'preact';
import { ErrorLine } from './field.tsx';

export type ChoiceOption = {
  readonly value: string;
  readonly label: ComponentChildren;
  /** What it costs or moves, at the right: "$450.00". */
  readonly price?: ComponentChildren;
  readonly note?: ComponentChildren;
  /** Fields that belong to this option, such as the amount of a part. */
  readonly inline?: ComponentChildren;
};

export type ChoiceProps = {
  readonly name: string;
  readonly legend: ComponentChildren;
  readonly legendHidden?: boolean | undefined;
  readonly hint?: ComponentChildren;
  readonly options: readonly ChoiceOption[];
  readonly value?: string | undefined;
  readonly error?: string | undefined;
};

/** The group's id is its name, for links from the problem summary. */
export function Choice(props: ChoiceProps) {
  const { name, legend, legendHidden = false, hint, options, error } = props;
  return (
    <fieldset
      class={error === undefined ? 'field' : 'field wrong'}
      id={name}
      aria-describedby={describedBy(name, hint, error)}
    >
      <legend class={legendHidden ? 'hidden' : undefined}>{legend}</legend>
      {hint && (
        <span class="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {options.map((option) => (
        <Radio
          key={option.value}
          name={name}
          option={option}
          checked={option.value === props.value}
        />
      ))}
      <ErrorLine id={name} error={error} />
    </fieldset>
  );
}

type RadioProps = {
  readonly name: string;
  readonly option: ChoiceOption;
  readonly checked: boolean;
};

function Radio({ name, option, checked }: RadioProps) {
  const id = `${name}-${option.value}`;
  return (
    <div class="choice">
      <input type="radio" name={name} value={option.value} id={id} checked={checked} />
      <label for={id}>{option.label}</label>
      {option.price !== undefined && <span class="num">{option.price}</span>}
      {option.note && <small>{option.note}</small>}
      {option.inline && <div class="inline">{option.inline}</div>}
    </div>
  );
}

export type CheckProps = {
  readonly name: string;
  readonly label: ComponentChildren;
  readonly note?: ComponentChildren;
  readonly checked?: boolean | undefined;
};

/** One tick, sent as "on". */
export function Check({ name, label, note, checked = false }: CheckProps) {
  return (
    <div class="choice alone">
      <input type="checkbox" name={name} id={name} checked={checked} />
      <label for={name}>{label}</label>
      {note && <small>{note}</small>}
    </div>
  );
}

export type ScaleItem = {
  readonly name: string;
  readonly label: string;
  readonly value?: number | undefined;
  readonly error?: string | undefined;
};

export type ScalesProps = {
  readonly items: readonly ScaleItem[];
  readonly hint?: string | undefined;
};

/** Numbers from 1 to 5, each item with its own group. */
export function Scales({ items, hint = '1 is poor, 5 is excellent.' }: ScalesProps) {
  return (
    <>
      <div class="scales">
        {items.map((item) => (
          <Scale key={item.name} {...item} />
        ))}
      </div>
      <p class="hint above-2">{hint}</p>
    </>
  );
}

function Scale({ name, label, value, error }: ScaleItem) {
  return (
    <fieldset
      class={error === undefined ? 'scale' : 'scale wrong'}
      id={name}
      aria-describedby={describedBy(name, undefined, error)}
    >
      <legend>{label}</legend>
      <div>
        {[1, 2, 3, 4, 5].map((number) => (
          <label key={number}>
            <input type="radio" name={name} value={String(number)} checked={number === value} />
            {number}
          </label>
        ))}
      </div>
      <ErrorLine id={name} error={error} />
    </fieldset>
  );
}

function describedBy(name: string, hint: unknown, error: string | undefined): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}
