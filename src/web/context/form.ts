// A posted form as text. Anything else that is posted to a page is refused with a page, not with a
// mistake of ours. NUL cannot be typed and no database keeps it, so it is left out; a file would
// be no field of ours.
import type { Context } from 'hono';

/** What was posted is no form, or ends in the middle of one. */
export class UnreadableForm extends Error {}

const forms = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

export async function formOf(c: Context): Promise<URLSearchParams> {
  const type = c.req.header('content-type') ?? '';
  const form = new URLSearchParams();
  if (!forms.test(type)) {
    // A button without fields sends nothing at all.
    if ((await c.req.text()) === '') return form;
    throw new UnreadableForm(`A page was sent ${type || 'something without a type'}.`);
  }
  for (const [name, value] of await fieldsOf(c)) {
    if (typeof value === 'string') form.append(cleanField(name), cleanField(value));
  }
  return form;
}

async function fieldsOf(c: Context): Promise<FormData> {
  try {
    return await c.req.formData();
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableForm(error.message);
    throw error;
  }
}

/** A field as it may be kept. */
export function cleanField(text: string): string {
  return text.replaceAll('\0', '');
}
