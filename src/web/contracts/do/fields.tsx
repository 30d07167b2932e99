// The fields of each command, as the first chapter of its confirm page. A command without fields
// has no such chapter. Names are those of the public vocabulary; those with an underscore are the
// page's own.
import type { ComponentChildren } from 'preact';
import { digitsOf } from '../../../domain/money/currencies.ts';
import { reasonText } from '../../../words/ending-events.ts';
import { formatAmount, isZeroAmount } from '../../../words/money.ts';
import { capital } from '../../../words/scene.ts';
import type { Typed } from '../../confirm/shown.ts';
import { sumOf } from '../../enhance/sum.ts';
import { Button } from '../../parts/button.tsx';
import { Composer } from '../../parts/form/composer.tsx';
import { Field, Select, TextArea } from '../../parts/form/field.tsx';
import { type MilestoneRow, readRows } from '../../parts/form/milestone-rows.ts';
import { Chapter } from '../../parts/layout.tsx';
import { type MilestoneEntry, milestonesOf, otherName, type Room } from '../room.ts';
import { AboutRequest, AskFields, BonusFields, RefundFields } from './fields/beside-fields.tsx';
import {
  AboutDispute,
  AnswerFields,
  DivideFields,
  OpenDisputeFields,
} from './fields/dispute-fields.tsx';
import { textOf } from './fields/texts.ts';
import { WhichDispute } from './fields/which-one.tsx';
import { MoneyChoices } from './money-choices.tsx';
import { heldUnanswered } from './reading.ts';

export type FieldsProps = {
  readonly command: string;
  readonly room: Room;
  readonly typed: Typed;
  readonly form: URLSearchParams;
  /** The milestone that the command is about, where it is about one. */
  readonly milestone: MilestoneEntry | undefined;
};

const forms: Readonly<Record<string, (props: FieldsProps) => ComponentChildren>> = {
  end_contract: EndFields,
  release_payment: ReleaseFields,
  propose_cancel: CancelFields,
  propose_change: ChangeFields,
  add_milestone: MilestoneFields,
  edit_milestone: MilestoneFields,
  dispute_escrow_refund: OpenDisputeFields,
  answer_dispute: AnswerFields,
  offer_settlement: DivideFields,
  recommend_split: DivideFields,
  rule: DivideFields,
  accept_settlement: AboutDispute,
  accept_recommendation: AboutDispute,
  decline_recommendation: AboutDispute,
  pay_arbitration: AboutDispute,
  withdraw_dispute: AboutDispute,
  pay_bonus: BonusFields,
  give_refund: RefundFields,
  request_payment: AskFields,
  request_refund: AskFields,
  withdraw_payment_request: AboutRequest,
  decline_payment_request: AboutRequest,
  withdraw_refund_request: AboutRequest,
  decline_refund: AboutRequest,
};

export function CommandFields(props: FieldsProps) {
  const Form = forms[props.command] ?? TextFields;
  return <Form {...props} />;
}

function TextFields({ command, room, typed }: FieldsProps) {
  const words = textOf(command, otherName(room));
  if (words === undefined) return null;
  const open = room.view.clarifications.find((one) => one.answered === undefined);
  return (
    <Chapter id="what" title="What you do">
      {command === 'answer_clarification' && open !== undefined && (
        <blockquote class="quoted below-5">
          <p dir="auto">{open.question}</p>
        </blockquote>
      )}
      <WhichDispute {...{ command, room, typed }} />
      <TextArea
        rows={5}
        {...words}
        value={typed.value(words.name)}
        error={typed.error(words.name)}
      />
    </Chapter>
  );
}

const reasons = [
  'completed',
  'no_longer_needed',
  'work_not_delivered',
  'requirements_unclear',
  'other_party_unresponsive',
  'quality',
  'mutual',
  'other',
] as const;

function EndFields({ room, typed }: FieldsProps) {
  const held = heldUnanswered(room);
  const { currency } = room.view.terms;
  const pays = room.viewer === 'client' && !isZeroAmount(held);
  const other = otherName(room);
  return (
    <Chapter
      id="what"
      title={pays ? 'What you pay now' : 'Why it ends'}
      note={pays ? `${formatAmount(held, currency)} is held and not under review.` : undefined}
    >
      {pays && (
        <MoneyChoices
          legend={`How much of the money held goes to ${other}?`}
          field="release"
          {...{ held, currency, typed }}
          notes={{
            none: `You ask for all ${formatAmount(held, currency)} back.`,
            part: 'You ask for the rest back.',
            all: 'Nothing is asked back and there is nothing to answer.',
          }}
        />
      )}
      <div class={pays ? 'above-5' : undefined}>
        <Select
          name="reason"
          label="Why does it end?"
          value={typed.value('reason')}
          error={typed.error('reason')}
          options={reasons.map((value) => ({ value, label: capital(reasonText(value)) }))}
        />
      </div>
    </Chapter>
  );
}

function ReleaseFields({ room, typed, milestone }: FieldsProps) {
  if (milestone === undefined) return null;
  const { currency } = room.view.terms;
  const held = milestone.escrow;
  const ended = room.view.status === 'ended';
  return (
    <Chapter
      id="what"
      title="What you pay now"
      note={`${formatAmount(held, currency)} is held for “${milestone.title}”.`}
    >
      <MoneyChoices
        legend={`How much of it goes to ${otherName(room)}?`}
        field="amount"
        {...{ held, currency, typed }}
        notes={{
          part: ended
            ? 'You ask for the rest back.'
            : 'The rest moves to the next planned milestone, or stays held.',
          all: 'Nothing is held for this milestone afterwards.',
        }}
      />
    </Chapter>
  );
}

function CancelFields({ room, typed }: FieldsProps) {
  const { currency } = room.view.terms;
  const held = room.view.money.escrow;
  const name = room.scene.names.freelancer;
  const to = room.viewer === 'freelancer' ? 'you' : name;
  return (
    <Chapter
      id="what"
      title="What you propose"
      note={isZeroAmount(held) ? 'Nothing is held.' : `${formatAmount(held, currency)} is held.`}
    >
      {!isZeroAmount(held) && (
        <Field
          name="to_freelancer"
          label={`How much of it goes to ${to}, in ${currency}`}
          hint={`Empty is nothing. The rest goes back to ${room.viewer === 'client' ? 'you' : room.scene.names.client}.`}
          value={typed.value('to_freelancer')}
          error={typed.error('to_freelancer')}
          money
        />
      )}
      <TextArea
        name="note"
        label="Why"
        hint={`Optional. ${otherName(room)} reads it.`}
        value={typed.value('note')}
        error={typed.error('note')}
      />
      <Again />
    </Chapter>
  );
}

function MilestoneFields({ command, room, typed }: FieldsProps) {
  const { currency } = room.view.terms;
  return (
    <Chapter id="what" title={command === 'add_milestone' ? 'What you add' : 'What you change'}>
      <Field
        name="title"
        label="What is delivered"
        value={typed.value('title')}
        error={typed.error('title')}
      />
      <Field
        name="amount"
        label={`Amount in ${currency}`}
        value={typed.value('amount')}
        error={typed.error('amount')}
        money
      />
      <Field
        name="due"
        type="date"
        label="Due, if you like"
        hint="The end of that day in UTC."
        value={typed.value('due')}
        error={typed.error('due')}
      />
      <Again />
    </Chapter>
  );
}

function ChangeFields({ room, typed, form }: FieldsProps): ComponentChildren {
  const { currency } = room.view.terms;
  const rows = readRows(form);
  const errors = rows.map((_, index) => ({
    title: typed.error(`milestone-${index}-title`),
    amount: typed.error(`milestone-${index}-amount`),
    due: typed.error(`milestone-${index}-due`),
  }));
  const settled = milestonesOf(room).length - rows.filter(({ id }) => id !== '').length;
  return (
    <Chapter
      id="what"
      title="What you propose"
      note={settled > 0 ? 'Milestones that are settled do not change.' : undefined}
    >
      <Composer
        {...{ rows, errors, currency }}
        digits={digitsOf(currency) ?? 2}
        total={totalOf(rows, currency)}
        fixed
      />
      <div class="above-5">
        <TextArea
          name="scope"
          label="A new description of the whole"
          hint="Empty keeps it as it is."
          value={typed.value('scope')}
          error={typed.error('scope')}
        />
        <TextArea
          name="note"
          label="Why"
          hint={`Optional. ${otherName(room)} reads it.`}
          rows={2}
          value={typed.value('note')}
          error={typed.error('note')}
        />
      </div>
      <Again />
    </Chapter>
  );
}

/** The sum as it stands in the form: what the difference does is for the preview to say. */
function totalOf(rows: readonly MilestoneRow[], currency: string): string {
  const sum = sumOf(
    rows.map(({ amount }) => amount),
    digitsOf(currency) ?? 2,
  );
  return sum === undefined ? 'once every amount is a number' : formatAmount(sum, currency);
}

function Again() {
  return (
    <div class="above-5">
      <Button name="_do" value="look">
        Work it out again
      </Button>
    </div>
  );
}
