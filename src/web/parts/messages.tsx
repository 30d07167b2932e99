// What happened or did not, and what to do: the summary of a form's mistakes, the stale promise,
// the empty state, the toast. Never an apology and never an exclamation mark.
import type { ComponentChildren } from 'preact';
import { Icon } from './sprite.tsx';

export type ProblemProps = {
  /** "One thing to put right", "Nothing was ended: the contract changed while you looked". */
  readonly title: string;
  /** Links to the fields; or one sentence as children. */
  readonly items?: readonly { readonly field: string; readonly text: string }[] | undefined;
  readonly children?: ComponentChildren;
};

/** Above a form; it takes the focus when the page arrives, and is read out. */
export function Problem({ title, items = [], children }: ProblemProps) {
  return (
    <div class="problem" role="alert" tabIndex={-1} autofocus>
      <h2>{title}</h2>
      {items.length > 0 && (
        <ul>
          {items.map((item) => (
            <li key={item.field}>
              <a href={`#${item.field}`}>{item.text}</a>
            </li>
          ))}
        </ul>
      )}
      {children && <p>{children}</p>}
    </div>
  );
}

/** Why nothing is here, in a serif sentence, then one thing to do. */
export function Empty({ says, children }: { says: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <p class="says">{says}</p>
      {children && <div class="note">{children}</div>}
    </div>
  );
}

export type ToastProps = {
  readonly children: ComponentChildren;
  /** A plain post that takes it back. Never for money. */
  readonly undo?: { readonly action: string; readonly label?: string } | undefined;
};

export function Toast({ children, undo }: ToastProps) {
  return (
    <div class="toast" role="status">
      <Icon name="check" />
      <span>{children}</span>
      {undo && (
        <form method="post" action={undo.action}>
          <button type="submit">{undo.label ?? 'Undo'}</button>
        </form>
      )}
    </div>
  );
}
