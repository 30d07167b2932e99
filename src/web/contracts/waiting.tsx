// What one side has put before the other and waits for an answer: a change of terms, ending
// together, a counter-offer, money asked back, a question. Each says what it would do, until when
// it can be answered and what silence means, with the buttons of whoever can answer.
import type { ComponentChildren } from 'preact';
import type { ProposalView } from '../../domain/contracts/seen/view.ts';
import { otherParty, type Party } from '../../domain/people.ts';
import { commandLabel } from '../../words/commands.ts';
import { isZeroAmount } from '../../words/money.ts';
import { amountOf, subject, summed, verb, Who, whom, whose } from '../../words/scene.ts';
import { CounterTerms } from '../offers/terms/counter-terms.tsx';
import { ButtonLink } from '../parts/button.tsx';
import { Row, Section } from '../parts/layout.tsx';
import { Deadline } from '../parts/panel.tsx';
import { Dormant, Reopening } from './beside/quiet.tsx';
import { ChangeTable } from './change-table.tsx';
import { hrefOf } from './next-panel.tsx';
import { milestonesOf, type Room } from './room.ts';

export function Waiting({ room }: { room: Room }) {
  const { counter, change, cancel, escrow_refund: refund } = room.view;
  const open = (one: ProposalView | undefined) => one?.status === 'open';
  return (
    <>
      {open(counter) && <Counter room={room} />}
      {open(change) && <Change room={room} />}
      {open(cancel) && <Cancel room={room} />}
      {open(refund) && <Refund room={room} />}
      <Reopening room={room} />
      <Dormant room={room} />
    </>
  );
}

type ProposedProps = {
  readonly room: Room;
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly proposal: ProposalView;
  readonly silence: string;
  readonly commands: readonly string[];
  readonly children?: ComponentChildren;
};

function Proposed(props: ProposedProps) {
  const { room, id, title, says, proposal, silence, commands } = props;
  const can: Readonly<Record<string, unknown>> = room.can;
  const possible = commands.filter((name) => can[name] === true);
  return (
    <Section id={id} title={title}>
      <p class="measured">{says}</p>
      {proposal.note !== undefined && (
        <blockquote class="quoted above-3">
          <p dir="auto">{proposal.note}</p>
        </blockquote>
      )}
      {props.children}
      {proposal.answer_by !== undefined && (
        <div class="above-3">
          <Deadline at={Temporal.Instant.from(proposal.answer_by)} reader={room.reader} />
          <p class="note">{silence}</p>
        </div>
      )}
      {possible.length > 0 && (
        <div class="above-4">
          <Row>
            {possible.map((name) => (
              <ButtonLink key={name} href={hrefOf(name, room)}>
                {commandLabel(name)}…
              </ButtonLink>
            ))}
          </Row>
        </div>
      )}
    </Section>
  );
}

function proposes(room: Room, by: Party): string {
  return `${Who(room.scene, by)} proposed`;
}

function Counter({ room }: { room: Room }) {
  const { counter } = room.view;
  if (counter === undefined) return null;
  const { scene, reader } = room;
  const amounts = counter.terms.milestones.map(({ amount }) => amount);
  const now = summed(
    scene,
    milestonesOf(room).map(({ amount }) => amount),
  );
  const whole = amountOf(scene, summed(scene, amounts));
  return (
    <Proposed
      {...{ room, proposal: counter, id: 'counter', title: 'The counter-offer' }}
      says={`${Who(scene, 'freelancer')} would do it for ${whole}; the offer says ${amountOf(scene, now)}.`}
      silence="Without an answer the counter-offer ends with the offer."
      commands={['accept_counter', 'decline_counter', 'withdraw_counter', 'accept_offer']}
    >
      <div class="above-4">
        <CounterTerms view={room.view} {...{ scene, reader }} />
      </div>
    </Proposed>
  );
}

function Change({ room }: { room: Room }) {
  const { change } = room.view;
  if (change === undefined) return null;
  const { scene } = room;
  const other = otherParty(change.by);
  const agrees = verb(scene, other, 'agrees', 'agree');
  return (
    <Proposed
      {...{ room, proposal: change, id: 'change', title: 'A change of terms' }}
      says={`${proposes(room, change.by)} this. The terms stay as they are until ${whom(scene, other)} ${agrees}.`}
      silence="Without an answer the proposal lapses and the terms stay."
      commands={['accept_change', 'decline_change', 'withdraw_change']}
    >
      <div class="above-4">
        <ChangeTable room={room} />
      </div>
    </Proposed>
  );
}

function Cancel({ room }: { room: Room }) {
  const { cancel } = room.view;
  if (cancel === undefined) return null;
  const { scene } = room;
  const part = isZeroAmount(cancel.to_freelancer)
    ? `everything that is held goes back to ${whom(scene, 'client')}`
    : `${amountOf(scene, cancel.to_freelancer)} of what is held goes to ${whom(scene, 'freelancer')}, the rest back to ${whom(scene, 'client')}`;
  return (
    <Proposed
      {...{ room, proposal: cancel, id: 'cancel', title: 'Ending together' }}
      says={`${proposes(room, cancel.by)} to end the contract together: ${part}.`}
      silence="Without an answer the proposal lapses and the contract goes on."
      commands={['accept_cancel', 'decline_cancel', 'withdraw_cancel']}
    />
  );
}

function Refund({ room }: { room: Room }) {
  const { escrow_refund: refund } = room.view;
  if (refund === undefined) return null;
  const { scene } = room;
  const amount = amountOf(scene, refund.amount ?? '0');
  const asks = subject(scene, 'client', 'asks', 'ask');
  return (
    <Proposed
      {...{ room, proposal: refund, id: 'refund', title: 'Money asked back' }}
      says={`${asks} ${whom(scene, 'freelancer')} to give back ${amount} of the money that is held.`}
      silence={`Without an answer ${amount} goes back to ${whose(scene, 'client')} balance.`}
      commands={[
        ...['approve_escrow_refund', 'dispute_escrow_refund'],
        ...['withdraw_escrow_refund', 'release_payment'],
      ]}
    />
  );
}
