// Buttons and links that look like them. The label names the effect and its amount; `primary`
// once a page; `stop` only for the last click of what cannot be undone. A button that cannot be
// pressed stays, and says why beside it.
import type { ComponentChildren } from 'preact';

export type Look = 'plain' | 'primary' | 'stop' | 'quiet';

type Common = {
  readonly look?: Look | undefined;
  readonly large?: boolean | undefined;
  readonly wide?: boolean | undefined;
  readonly children: ComponentChildren;
};

export type ButtonProps = Common & {
  readonly type?: 'submit' | 'button' | undefined;
  readonly name?: string | undefined;
  readonly value?: string | undefined;
  /** Posts the form elsewhere, as for a preview. */
  readonly formaction?: string | undefined;
  /** Leaves the browser's own checks out, for "Work it out again". */
  readonly formnovalidate?: boolean | undefined;
};

export function Button({ look, large, wide, children, type = 'submit', ...rest }: ButtonProps) {
  return (
    <button class={looks(look, large, wide)} type={type} {...rest}>
      {children}
    </button>
  );
}

export function ButtonLink({ look, large, wide, children, href }: Common & { href: string }) {
  return (
    <a class={looks(look, large, wide)} href={href}>
      {children}
    </a>
  );
}

export type DisabledButtonProps = Common & {
  /** Unique on the page; the reason refers to it. */
  readonly id: string;
  readonly why: ComponentChildren;
};

/** Grey explains itself: it can be focused, does nothing, and its reason stands beside it. */
export function DisabledButton({ look, large, wide, children, id, why }: DisabledButtonProps) {
  return (
    <>
      <button
        class={looks(look, large, wide)}
        type="button"
        aria-disabled="true"
        aria-describedby={id}
      >
        {children}
      </button>
      <span class="note" id={id}>
        {why}
      </span>
    </>
  );
}

function looks(look: Look = 'plain', large = false, wide = false): string {
  const names = ['button', look !== 'plain' && look, large && 'large', wide && 'wide-button'];
  return names.filter(Boolean).join(' ');
}
