// Feedback as fields: six numbers, what others may read, and a note for its subject alone.
import { starNames } from '../../../domain/contracts/commands.ts';
import type { Typed } from '../../confirm/shown.ts';
import { Scales } from '../../parts/form/choice.tsx';
import { TextArea } from '../../parts/form/field.tsx';

type Star = (typeof starNames)[number];

export const starLabels: Readonly<Record<Star, string>> = {
  skills: 'Skills',
  quality: 'Quality of the work',
  availability: 'Availability',
  deadlines: 'Keeping deadlines',
  communication: 'Communication',
  cooperation: 'Cooperation',
};

export type StarField = { readonly star: Star; readonly name: string; readonly label: string };

/** The six, under the names by which the form sends them. */
export function starFields(prefix: string): readonly StarField[] {
  return starNames.map((star) => ({
    star,
    name: `${prefix}stars.${star}`,
    label: starLabels[star],
  }));
}

export type FeedbackFieldsProps = {
  /** "feedback." where the review is a part of the command, else "". */
  readonly prefix: string;
  readonly typed: Typed;
  /** Whom it is about. */
  readonly other: string;
};

export function FeedbackFields({ prefix, typed, other }: FeedbackFieldsProps) {
  const number = (name: string) => {
    const value = typed.value(name);
    return value === '' ? undefined : Number(value);
  };
  return (
    <>
      <Scales
        items={starFields(prefix).map(({ name, label }) => ({
          name,
          label,
          value: number(name),
          error: typed.error(name),
        }))}
      />
      <div class="above-5">
        <TextArea
          name={`${prefix}comment`}
          label="What others may read"
          hint="Optional. It cannot be changed afterwards."
          value={typed.value(`${prefix}comment`)}
          error={typed.error(`${prefix}comment`)}
        />
        <TextArea
          name={`${prefix}private_note`}
          label={`A private note to ${other}`}
          hint={`Optional. ${other} alone reads it, once feedback can be read.`}
          rows={2}
          value={typed.value(`${prefix}private_note`)}
          error={typed.error(`${prefix}private_note`)}
        />
      </div>
    </>
  );
}
