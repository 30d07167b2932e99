// The fields of money beside the plan: bonuses, requests for a payment or a refund, refunds. Each
// says what it is asked against and that a bonus or a refund is final.
import { formatAmount } from '../../../../words/money.ts';
import { amountOf, less, summed } from '../../../../words/scene.ts';
import { Button } from '../../../parts/button.tsx';
import { Choice } from '../../../parts/form/choice.tsx';
import { Field, TextArea } from '../../../parts/form/field.tsx';
import { Chapter } from '../../../parts/layout.tsx';
import { otherName, type Room } from '../../room.ts';
import type { FieldsProps } from '../fields.tsx';
import { requestsFor, WhichRequest } from './which-one.tsx';

export function BonusFields(props: FieldsProps) {
  const { command, room, typed } = props;
  return (
    <Chapter
      id="what"
      title="What you pay"
      note="It is paid at once and cannot be taken back. No rule of this contract protects it."
    >
      <WhichRequest {...{ command, room, typed }} />
      <AskedFor {...props} />
      <Amount {...props} label="Amount" />
      <Choice
        name="kind"
        legend="What is it for?"
        value={typed.value('kind')}
        error={typed.error('kind')}
        options={[
          {
            value: 'bonus',
            label: 'A bonus',
            note: 'For work that was good, or more than agreed.',
          },
          { value: 'expense', label: 'An expense', note: 'Something that was paid for you.' },
        ]}
      />
      <TextArea
        name="note"
        label="A note"
        hint={`Optional. ${otherName(room)} reads it.`}
        rows={2}
        value={typed.value('note')}
        error={typed.error('note')}
      />
      <Again />
    </Chapter>
  );
}

/** What is asked for: the words of the request that is answered. */
function AskedFor({ command, room }: FieldsProps) {
  const [only, another] = requestsFor(command, room);
  if (only?.note === undefined || another !== undefined) return null;
  const { scene } = room;
  const open = amountOf(scene, less(scene, only.amount, [only.settled]));
  return (
    <div class="below-5">
      <p class="note">
        {scene.names[only.by]} asks for {open}:
      </p>
      <blockquote class="quoted">
        <p dir="auto">{only.note}</p>
      </blockquote>
    </div>
  );
}

function Amount({ room, typed, label }: FieldsProps & { readonly label: string }) {
  return (
    <Field
      name="amount"
      label={`${label} in ${room.view.terms.currency}`}
      value={typed.value('amount')}
      error={typed.error('amount')}
      money
    />
  );
}

export function RefundFields(props: FieldsProps) {
  const { command, room, typed } = props;
  return (
    <Chapter
      id="what"
      title="What you give back"
      note={`${paidText(room)} A refund is final; the fee on it comes back to you.`}
    >
      <WhichRequest {...{ command, room, typed }} />
      <AskedFor {...props} />
      <Amount {...props} label={`Amount that ${otherName(room)} gets back,`} />
      <Again />
    </Chapter>
  );
}

function paidText(room: Room): string {
  const { money, terms } = room.view;
  const net = less(room.scene, money.paid, [money.refunded]);
  return `${formatAmount(net, terms.currency)} was paid in this contract and not given back.`;
}

/** One side asks the other for money: nothing happens by silence. */
export function AskFields(props: FieldsProps) {
  const { command, room, typed } = props;
  const refund = command === 'request_refund';
  const text = refund ? 'reason' : 'note';
  return (
    <Chapter id="what" title="What you ask for" note={refund ? paidText(room) : paidSoFar(room)}>
      <Amount {...props} label="Amount" />
      <TextArea
        name={text}
        label={refund ? 'Why it should come back' : 'What it is for'}
        hint={`${otherName(room)} reads it.`}
        value={typed.value(text)}
        error={typed.error(text)}
      />
    </Chapter>
  );
}

function paidSoFar({ view, scene }: Room): string {
  const agreed = summed(
    scene,
    Object.values(view.milestones).map(({ amount }) => amount),
  );
  return `Agreed: ${amountOf(scene, agreed)}. Paid so far: ${amountOf(scene, view.money.paid)}.`;
}

/** The request is the only thing to choose, if anything is. */
export function AboutRequest(props: FieldsProps) {
  const { command, room, typed } = props;
  if (requestsFor(command, room).length < 2) return null;
  return (
    <Chapter id="what" title="What it is about">
      <WhichRequest {...{ command, room, typed }} />
    </Chapter>
  );
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
