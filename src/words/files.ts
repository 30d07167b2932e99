// Files, for people: how large they are, and why one is not taken.

export const filesNotThere =
  'Attach the files again: one of them was sent too long ago, or belongs to another contract.';

const step = 1024;

/** "12 kB", "3.4 MB": as file managers tell it, rounded up. */
export function sizeText(bytes: number): string {
  if (bytes < step) return bytes === 1 ? '1 byte' : `${bytes} bytes`;
  if (bytes < step * step) return `${Math.ceil(bytes / step)} kB`;
  return `${(Math.ceil((bytes / step / step) * 10) / 10).toLocaleString('en')} MB`;
}

/** Why a file is not taken. The codes are those of the engine's uploads. */
const refusals: Readonly<Record<string, (name: string) => string>> = {
  empty: (name) => `“${name}” is empty.`,
  too_large: (name) => `“${name}” has more than 25 MB. Send it in parts, or smaller.`,
  kind: (name) => `“${name}” is of a kind that is not taken here. Put it into a zip file.`,
  not_its_name: (name) => `“${name}” is not what its name says. Give it the right ending.`,
  too_many: (name) => `“${name}” is one file too many for now. Use those you have sent first.`,
};

export function uploadRefusal(code: string, name: string): string {
  return refusals[code]?.(name) ?? `“${name}” was not taken.`;
}

export const filesHint =
  'Pictures, PDF, text, office files, zip and more. Up to 10, of 25 MB each.';

/** More files than one command may carry. */
export function tooManyFiles(most: number): string {
  return `Send at most ${most} files at once. Leave some of them out.`;
}
