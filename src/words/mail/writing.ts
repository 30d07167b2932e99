// A mail as people read it: a few sentences, a deadline where there is one, one link, and at the
// end why it came and where that can be changed. Written twice from one letter, as plain text and
// as plain HTML without pictures, styles or anything that would tell that it was opened.
import { deadlineText } from '../time.ts';

export type LetterParts = {
  readonly subject: string;
  /** Whom it greets. */
  readonly name: string;
  readonly sentences: readonly string[];
  /** Told in local time with its city, in UTC, and as what is left. */
  readonly until?: string | undefined;
  readonly link: { readonly label: string; readonly href: string };
  /** "You get this because …" */
  readonly why: string;
  /** Where one chooses which mails one gets; absent where there is no choice. */
  readonly choose?: string | undefined;
};

export type WrittenLetter = {
  readonly subject: string;
  readonly body: string;
  readonly html: string;
};

export function writtenLetter(parts: LetterParts): WrittenLetter {
  return { subject: oneLine(parts.subject), body: plainText(parts), html: plainHtml(parts) };
}

/** "Until Fri 4 Dec 2026, 16:02 Berlin (15:02 UTC), in 9 days 23 h." */
export function untilText(at: string, zone: string, now: Temporal.Instant): string {
  const { local, utc, left } = deadlineText(Temporal.Instant.from(at), zone, now);
  return `Until ${local}${utc === '' ? '' : ` (${utc})`}, ${left}.`;
}

function plainText({ name, sentences, until, link, why, choose }: LetterParts): string {
  const parts = [
    `Hello ${oneLine(name)},`,
    ...sentences,
    ...(until === undefined ? [] : [until]),
    `${link.label}:\n${link.href}`,
    `--\n${why}${choose === undefined ? '' : `\nWhich mails you get: ${choose}`}`,
  ];
  return `${parts.map((part) => part.trim()).join('\n\n')}\n`;
}

function plainHtml({ name, sentences, until, link, why, choose }: LetterParts): string {
  const href = escaped(link.href);
  const paragraphs = [
    `Hello ${escaped(oneLine(name))},`,
    ...sentences.map(escaped),
    ...(until === undefined ? [] : [`<strong>${escaped(until)}</strong>`]),
    `<a href="${href}">${escaped(link.label)}</a>`,
  ];
  const change =
    choose === undefined ? '' : ` <a href="${escaped(choose)}">Choose which mails you get</a>.`;
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8"></head><body>',
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    `<hr><p><small>${escaped(why)}${change}</small></p>`,
    '</body></html>\n',
  ].join('\n');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Names and titles are other people's words: they stay within their line. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
}

/** "A logo: Ann submitted “Sketches”": the first sentence, under the contract's title. */
export function subjectText(title: string, sentence: string, most = 110): string {
  const bare = oneLine(sentence).replace(/\.$/, '');
  const whole = bare.includes(`“${title}”`) ? bare : `${oneLine(title)}: ${bare}`;
  const letters = [...whole];
  return letters.length <= most ? whole : `${letters.slice(0, most - 1).join('')}…`;
}
