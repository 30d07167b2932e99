// The name of a file as somebody's computer sent it, made harmless: no path, no characters that
// cannot be seen or that turn the rest of a line around, no name that a system keeps for itself,
// and not longer than 200 characters. Its ending stays.

const longestName = 200;

/** Controls, separators of lines, and what changes the direction or is not seen at all. */
const unseen = /[\p{Cc}\p{Cf}\u2028\u2029\u{E0000}-\u{E007F}]/gu;
const forbidden = /[<>:"|?*]/g;
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

export function cleanName(given: string): string {
  const last = given.toWellFormed().split(/[/\\]/).at(-1) ?? '';
  const seen = last
    .normalize('NFC')
    .replaceAll('\uFFFD', '')
    .replaceAll(unseen, '')
    .replaceAll(forbidden, '_')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/^[. ]+|[. ]+$/g, '');
  if (seen === '') return 'file';
  return shortened(reserved.test(seen) ? `_${seen}` : seen);
}

function shortened(name: string): string {
  const letters = [...name];
  if (letters.length <= longestName) return name;
  const ending = [...endingOf(name)];
  return [...letters.slice(0, longestName - ending.length), ...ending].join('');
}

/** ".png", in small letters; nothing when there is no ending that is one. */
export function endingOf(name: string): string {
  return /\.[a-z0-9]{1,8}$/.exec(name.toLowerCase())?.[0] ?? '';
}

/** A Content-Disposition, in a form for old and new browsers (RFC 6266). */
export function dispositionOf(how: 'attachment' | 'inline', name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
