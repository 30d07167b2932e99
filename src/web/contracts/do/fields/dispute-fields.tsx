// The fields of the commands of a dispute: what is disputed, how it is answered, how it is divided,
// and the words that go with it. Who will read the words is said beside each.
import { formatAmount } from '../../../../words/money.ts';
import { amountOf, whom } from '../../../../words/scene.ts';
import { Choice } from '../../../parts/form/choice.tsx';
import { TextArea } from '../../../parts/form/field.tsx';
import { Chapter } from '../../../parts/layout.tsx';
import type { Dispute } from '../../disputes/open-things.ts';
import { otherName, type Room } from '../../room.ts';
import type { FieldsProps } from '../fields.tsx';
import { MoneyChoices } from '../money-choices.tsx';
import { SplitField } from './split-field.tsx';
import { readByDispute } from './texts.ts';
import { disputesFor, WhichDispute } from './which-one.tsx';

/** The dispute that the form is about, as far as one is chosen. */
export function disputeOf({ command, room, typed }: FieldsProps): Dispute | undefined {
  const disputes = disputesFor(command, room);
  return disputes.find(({ id }) => id === typed.value('dispute')) ?? disputes[0];
}

export function OpenDisputeFields({ room, typed }: FieldsProps) {
  const { currency } = room.view.terms;
  const asked = room.view.escrow_refund?.amount ?? '0';
  const other = otherName(room);
  return (
    <Chapter
      id="what"
      title="What you dispute"
      note={`${formatAmount(asked, currency)} was asked back.`}
    >
      <MoneyChoices
        legend="How much of it do you dispute?"
        field="amount"
        {...{ held: asked, currency, typed }}
        notes={{
          part: `The rest goes back to ${other} at once.`,
          all: 'All of it is held until the dispute is over.',
        }}
      />
      <div class="above-5">
        <Statement {...{ room, typed }} label="What you did, and why it is owed" />
      </div>
    </Chapter>
  );
}

type StatementProps = Pick<FieldsProps, 'room' | 'typed'> & {
  readonly label: string;
  readonly optional?: boolean;
};

function Statement({ room, typed, label, optional = false }: StatementProps) {
  const read = readByDispute(otherName(room));
  return (
    <TextArea
      name="statement"
      label={label}
      hint={optional ? `Optional. ${read}` : `${read} Dates, what was agreed, what was delivered.`}
      rows={7}
      value={typed.value('statement')}
      error={typed.error('statement')}
    />
  );
}

export function AnswerFields(props: FieldsProps) {
  const { command, room, typed } = props;
  const dispute = disputeOf(props);
  const { scene } = room;
  const amount = dispute === undefined ? 'what is held' : amountOf(scene, dispute.amount);
  return (
    <Chapter id="what" title="Your answer">
      <WhichDispute {...{ command, room, typed }} />
      {dispute?.statement !== undefined && <Quoted text={dispute.statement} />}
      <Choice
        name="answer"
        legend="Do you contest it?"
        value={typed.value('answer')}
        error={typed.error('answer')}
        options={[
          {
            value: 'contest',
            label: 'Contest it',
            note: 'A mediator takes the case. Until it is over the money stays held.',
          },
          {
            value: 'accept',
            label: 'Accept it',
            note: `${amount} goes to ${whom(scene, dispute?.opened_by ?? 'freelancer')} at once, and the dispute is settled. Final.`,
          },
        ]}
      />
      <Statement {...{ room, typed }} label="Your side of it" optional />
    </Chapter>
  );
}

function Quoted({ text }: { text: string }) {
  return (
    <blockquote class="quoted below-5">
      <p dir="auto">{text}</p>
    </blockquote>
  );
}

/** A number and its sum; a mediator adds the reasons. */
export function DivideFields(props: FieldsProps) {
  const { command, room, typed } = props;
  const dispute = disputeOf(props);
  const decides = command !== 'offer_settlement';
  return (
    <Chapter
      id="what"
      title={dividing[command] ?? 'How it is divided'}
      note={dispute && `${amountOf(room.scene, dispute.amount)} is in dispute.`}
    >
      <WhichDispute {...{ command, room, typed }} />
      <SplitField amount={dispute?.amount ?? '0'} scene={room.scene} typed={typed} />
      {decides && (
        <div class="above-5">
          <TextArea
            name="note"
            label="Why"
            hint="Both sides read it. Say what you looked at, and what decided it."
            rows={6}
            value={typed.value('note')}
            error={typed.error('note')}
          />
        </div>
      )}
    </Chapter>
  );
}

const dividing: Readonly<Record<string, string>> = {
  offer_settlement: 'What you offer',
  recommend_split: 'What you recommend',
  rule: 'Your ruling',
};

/** The dispute is the only thing to choose, if anything is. What is agreed to is said once more. */
export function AboutDispute(props: FieldsProps) {
  const { command, room, typed } = props;
  const dispute = disputeOf(props);
  const several = disputesFor(command, room).length > 1;
  const recommended = dispute?.recommendation;
  const shows = command.endsWith('_recommendation') && recommended !== undefined;
  const which = <WhichDispute {...{ command, room, typed }} />;
  if (!several && !shows) return which;
  return (
    <Chapter id="what" title={shows ? 'What is recommended' : 'What it is about'}>
      {which}
      {shows && <Recommended room={room} {...recommended} />}
    </Chapter>
  );
}

type RecommendedProps = NonNullable<Dispute['recommendation']> & { readonly room: Room };

function Recommended({ room: { scene }, note, ...split }: RecommendedProps) {
  return (
    <div class="measured">
      <p>
        {amountOf(scene, split.to_freelancer)} to {whom(scene, 'freelancer')},{' '}
        {amountOf(scene, split.to_client)} back to {whom(scene, 'client')}.
      </p>
      {note !== undefined && (
        <blockquote class="quoted above-3">
          <p dir="auto">{note}</p>
        </blockquote>
      )}
    </div>
  );
}
