// Fields of a form: label, hint, control, error, tied together for screen readers. The error
// says what to do; what a person typed is always given back. They judge nothing themselves.
import type { ComponentChildren } from 'preact';
import { Icon } from '../sprite.tsx';

export type FieldBase = {
  /** The name it is sent by; also its id unless `id` is given. */
  readonly name: string;
  readonly id?: string | undefined;
  readonly label: ComponentChildren;
  readonly hint?: ComponentChildren;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
};

export type FieldProps = FieldBase & {
  readonly value?: string | undefined;
  readonly type?: 'text' | 'email' | 'password' | 'date' | 'datetime-local' | 'number' | undefined;
  /** An amount: short, right-aligned, the decimal keyboard on phones. */
  readonly money?: boolean | undefined;
  readonly autocomplete?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly maxlength?: number | undefined;
};

export function Field(props: FieldProps) {
  const { value, type = 'text', money = false } = props;
  return (
    <Labelled {...props}>
      <input
        {...control(props)}
        class={money ? 'input short' : 'input'}
        // Preact types inputs by their type; any of ours has the same attributes.
        type={type as 'text'}
        value={value}
        inputmode={money ? 'decimal' : undefined}
        autocomplete={money ? 'off' : props.autocomplete}
        placeholder={props.placeholder}
        maxlength={props.maxlength}
      />
    </Labelled>
  );
}

export type TextAreaProps = FieldBase & {
  readonly value?: string | undefined;
  readonly rows?: number | undefined;
  readonly maxlength?: number | undefined;
};

export function TextArea(props: TextAreaProps) {
  const { rows = 4, value, maxlength } = props;
  const looks = rows < 3 ? 'input few' : 'input';
  return (
    <Labelled {...props}>
      <textarea {...control(props)} class={looks} rows={rows} maxlength={maxlength} dir="auto">
        {value}
      </textarea>
    </Labelled>
  );
}

/** Files to be sent with the form, several at once. */
export function FilesInput(props: FieldBase) {
  return (
    <Labelled {...props}>
      <input {...control(props)} class="input" type="file" multiple />
    </Labelled>
  );
}

export type Option = { readonly value: string; readonly label: string };

export type SelectProps = FieldBase & {
  readonly options: readonly Option[];
  readonly value?: string | undefined;
};

export function Select(props: SelectProps) {
  return (
    <Labelled {...props}>
      <select {...control(props)} class="input">
        {props.options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === props.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

function Labelled(props: FieldBase & { readonly children: ComponentChildren }) {
  const id = props.id ?? props.name;
  return (
    <div class={props.error === undefined ? 'field' : 'field wrong'}>
      <label for={id}>{props.label}</label>
      {props.hint && (
        <span class="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.children}
      <ErrorLine id={id} error={props.error} />
    </div>
  );
}

function control(props: FieldBase) {
  const id = props.id ?? props.name;
  const says = [props.hint && `${id}-hint`, props.error && `${id}-error`].filter(Boolean).join(' ');
  return {
    id,
    name: props.name,
    required: props.required,
    'aria-invalid': props.error === undefined ? undefined : ('true' as const),
    'aria-describedby': says || undefined,
  };
}

/** What to do, under the control it belongs to: "Enter 5.00 or more." */
export function ErrorLine({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p class="error" id={`${id}-error`}>
      <Icon name="alert" /> <span>{error}</span>
    </p>
  );
}

/** A plain post that carries what a person must not see or change: keys, the promise. */
export type PostProps = {
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>> | undefined;
  readonly label?: string | undefined;
  /** Files are sent with it. */
  readonly files?: boolean | undefined;
  readonly children: ComponentChildren;
};

export function Post({ action, hidden = {}, label, files, children }: PostProps) {
  const enctype = files === true ? 'multipart/form-data' : undefined;
  return (
    <form method="post" action={action} aria-label={label} enctype={enctype} novalidate>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}
