// What the forms about accounts share: reading them, and saying what is wrong with them once at
// the top and once at the field.
import type { Context } from 'hono';
import type { PeopleRejection } from '../../people/rejections.ts';
import { type AccountRefusal, accountRefusalText } from '../../words/account.ts';
import { formOf } from '../context/form.ts';
import { Problem } from '../parts/messages.tsx';

export type Typed = Readonly<Record<string, string>>;

/** The fields of a posted form as text; lists are joined by a comma. */
export async function readForm(c: Context): Promise<Typed> {
  const form = await formOf(c);
  return Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name).join(',')]));
}

export type Mistake = { readonly field: string | undefined; readonly text: string };

export function mistakeOf(refusal: PeopleRejection | AccountRefusal, zone: string): Mistake {
  return { field: refusal.field, text: accountRefusalText(refusal, zone) };
}

/** The error of a field, to be spread into it. */
export function errorAt(mistake: Mistake | undefined, field: string) {
  return mistake?.field === field ? { error: mistake.text } : {};
}

/** What did not happen, with a link to the field that is to be put right. */
export function MistakeBox({
  mistake,
  nothing,
}: {
  mistake: Mistake | undefined;
  nothing: string;
}) {
  if (mistake === undefined) return null;
  const { field, text } = mistake;
  return (
    <div class="below-5">
      {field === undefined ? (
        <Problem title={nothing}>{text}</Problem>
      ) : (
        <Problem title={nothing} items={[{ field, text }]} />
      )}
    </div>
  );
}
