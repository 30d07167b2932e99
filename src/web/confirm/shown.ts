// What one showing of a confirm page is made of, whatever the command: what was typed, what is
// wrong with it, the preview there is, and why the button was refused. Wallets and contracts
// share it; nothing here knows either.
import type { Rejection } from '../../domain/rejections.ts';

/** One thing to put right: at a field where it belongs to one. */
export type Mistake = { readonly field: string; readonly text: string };

export type Typed = {
  /** What stands in a field: as it was typed, else its default, else nothing. */
  readonly value: (field: string) => string;
  readonly error: (field: string) => string | undefined;
};

export type Trouble =
  /** The fields are not as they must be. */
  | { readonly kind: 'mistakes'; readonly mistakes: readonly Mistake[] }
  /** The command is refused whatever the fields. */
  | { readonly kind: 'refused'; readonly rejection: Rejection }
  /** What was promised is no longer so: nothing happened. */
  | { readonly kind: 'stale' };

export type Shown<P> = {
  readonly typed: Typed;
  readonly preview: P | null;
  readonly trouble: Trouble | null;
  /** The form as it came, for what the page itself keeps in it. */
  readonly form: URLSearchParams;
};

export function typedOf(form: URLSearchParams, mistakes: readonly Mistake[]): Typed {
  return {
    value: (field) => form.get(field) ?? '',
    error: (field) => mistakes.find((mistake) => mistake.field === field)?.text,
  };
}
