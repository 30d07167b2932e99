// The way of every confirm page: fields, a preview with its promise, then the press of the button
// that sends the promise back. What is wrong is shown beside what was typed; when the truth has
// changed nothing happens and the new truth is shown. Contracts and wallets both go this way.
import type { Context } from 'hono';
import { isRejection, type Rejection } from '../../domain/rejections.ts';
import type { Answer } from '../../engine/requests.ts';
import { type Mistake, type Shown, type Trouble, typedOf } from './shown.ts';

export type Read<C> =
  | { readonly command: C }
  | { readonly problems: readonly { readonly field: string; readonly message: string }[] };

export type Confirming<C, P extends { readonly promise: string }> = {
  /** The fields out of a form. */
  readonly read: (form: URLSearchParams) => Read<C>;
  /** Where a field of the command stands in the form, when not under its own name. */
  readonly place?: (field: string, form: URLSearchParams) => string;
  /** The command with what is still missing for a preview, such as texts not yet written. */
  readonly sketch: (command: C) => C;
  /** What must be put right before the button counts, besides what the domain says. */
  readonly lacking: (command: C) => readonly Mistake[];
  readonly preview: (command: C) => Promise<P | Rejection>;
  readonly execute: (command: C, key: string, promise: string) => Promise<Answer>;
  /** A refusal in a sentence. */
  readonly say: (rejection: Rejection) => string;
  readonly page: (shown: Shown<P>) => Promise<string>;
  /** Carried out without a page of numbers before it: nothing moves, as by a message. */
  readonly atOnce?: boolean;
  /** Where to go when it is done. */
  readonly done: (answer: Exclude<Answer, Rejection>) => string;
};

/** The page before anything was pressed; `form` has the fields of the address and defaults. */
export async function showConfirm<C, P extends { readonly promise: string }>(
  c: Context,
  confirming: Confirming<C, P>,
  form: URLSearchParams,
): Promise<Response> {
  const { preview, trouble } = await previewed(confirming, form);
  const known = trouble?.kind === 'mistakes' ? onlyFilled(trouble.mistakes, form) : [];
  const told = trouble?.kind === 'mistakes' && known.length === 0 ? null : trouble;
  const shown = { typed: typedOf(form, known), preview, trouble: told, form };
  return c.html(await confirming.page(shown));
}

/** Nobody has pressed anything yet: what is not filled in is no mistake. */
function onlyFilled(mistakes: readonly Mistake[], form: URLSearchParams): readonly Mistake[] {
  return mistakes.filter(({ field }) => (form.get(field) ?? '').trim() !== '');
}

/** The same page with what was typed worked out again; it has changed nothing. */
export async function workOutAgain<C, P extends { readonly promise: string }>(
  c: Context,
  confirming: Confirming<C, P>,
  form: URLSearchParams,
  mistakes: readonly Mistake[] = [],
): Promise<Response> {
  return again(c, confirming, form, mistakes.length === 0 ? null : { kind: 'mistakes', mistakes });
}

/** The button was pressed. */
export async function carryOut<C, P extends { readonly promise: string }>(
  c: Context,
  confirming: Confirming<C, P>,
  form: URLSearchParams,
): Promise<Response> {
  const read = confirming.read(form);
  if ('problems' in read) return again(c, confirming, form, null);
  const lacking = confirming.lacking(read.command);
  if (lacking.length > 0) {
    return again(c, confirming, form, { kind: 'mistakes', mistakes: lacking });
  }
  const [key, promise] = [form.get('_key') ?? '', form.get('_promise') ?? ''];
  // A page without a promise has shown no numbers: it shows them first.
  const shown = promise !== '' || confirming.atOnce === true;
  if (key === '' || !shown) return again(c, confirming, form, null);
  const answer = await confirming.execute(read.command, key, promise);
  if (!isRejection(answer)) return c.redirect(confirming.done(answer), 303);
  return again(c, confirming, form, troubleOf(confirming, answer, form));
}

function troubleOf<C, P extends { readonly promise: string }>(
  { say, place = (field) => field }: Confirming<C, P>,
  rejection: Rejection,
  form: URLSearchParams,
): Trouble {
  if (rejection.rejected === 'promise_is_stale') return { kind: 'stale' };
  if (rejection.field === undefined) return { kind: 'refused', rejection };
  const field = place(rejection.field, form);
  return { kind: 'mistakes', mistakes: [{ field, text: say(rejection) }] };
}

async function again<C, P extends { readonly promise: string }>(
  c: Context,
  confirming: Confirming<C, P>,
  form: URLSearchParams,
  trouble: Trouble | null,
): Promise<Response> {
  const now = await previewed(confirming, form);
  const shownTrouble = trouble ?? now.trouble;
  const mistakes = shownTrouble?.kind === 'mistakes' ? shownTrouble.mistakes : [];
  const shown = {
    typed: typedOf(form, mistakes),
    preview: now.preview,
    trouble: shownTrouble,
    form,
  };
  // 422: the form was understood, and nothing was done. Turbo shows such an answer in place.
  return c.html(await confirming.page(shown), 422);
}

async function previewed<C, P extends { readonly promise: string }>(
  confirming: Confirming<C, P>,
  form: URLSearchParams,
): Promise<{ preview: P | null; trouble: Trouble | null }> {
  const read = confirming.read(form);
  if ('problems' in read) {
    const { place = (field: string) => field } = confirming;
    const mistakes = read.problems.map(({ field, message }) => ({
      field: place(field, form),
      text: message,
    }));
    return { preview: null, trouble: { kind: 'mistakes', mistakes } };
  }
  const preview = await confirming.preview(confirming.sketch(read.command));
  if (!isRejection(preview)) return { preview, trouble: null };
  return { preview: null, trouble: troubleOf(confirming, preview, form) };
}
