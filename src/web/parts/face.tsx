// A person or an organisation: a circle or a rounded square with initials, and the name beside
// it, kept apart from the text around it whatever its script.
import type { ComponentChildren } from 'preact';

export type FaceProps = {
  readonly initials: string;
  readonly org?: boolean | undefined;
  readonly large?: boolean | undefined;
};

export function Face({ initials, org = false, large = false }: FaceProps) {
  const shape = ['face', org && 'org', large && 'large'].filter(Boolean).join(' ');
  return (
    <span class={shape} aria-hidden="true">
      {initials}
    </span>
  );
}

export type PartyProps = FaceProps & {
  readonly name: string;
  /** Added after the name, such as ", you". */
  readonly after?: string | undefined;
  readonly note?: ComponentChildren;
};

/** A line with the face, the name and one quiet line below. */
export function Party({ name, after, note, ...face }: PartyProps) {
  return (
    <p class="row whole">
      <Face {...face} />
      <span>
        <b>
          <bdi>{name}</bdi>
        </b>
        {after}
        {note && <br />}
        {note && <span class="note">{note}</span>}
      </span>
    </p>
  );
}

/** Up to two letters: the first of the first and of the last word. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][^\s]*/gu) ?? [];
  const ends = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return ends
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
}
