// The terms as they hold, and the numbers of the rules that were frozen with them: what the two
// agreed on, in one place.
import type { PolicyView } from '../../domain/contracts/seen/view.ts';
import { formatAmount } from '../../words/money.ts';
import { amountOf, type Scene } from '../../words/scene.ts';
import { durationText, fullMomentText } from '../../words/time.ts';
import { type SumRow, Sums } from '../parts/amount.tsx';
import type { Frame } from '../parts/frame.ts';
import { Chapter } from '../parts/layout.tsx';
import { Page } from '../parts/page.tsx';
import { Table } from '../parts/table.tsx';
import { dueDay } from './due-day.ts';
import { agreed, sumName } from './milestones.tsx';
import { milestonesOf, type Room } from './room.ts';
import { RoomHead, RoomTabs } from './room-page.tsx';

export function TermsPage({ frame, room }: { frame: Frame; room: Room }) {
  const { view, scene, reader } = room;
  const { terms, policy } = view;
  return (
    <Page frame={frame} title={`Terms of “${terms.title}”`}>
      <RoomHead
        room={room}
        state={`Version ${terms.version} of the terms, and the rules they hold by.`}
      />
      <RoomTabs room={room} current="terms" />
      <Chapter id="scope" title="What is to be done">
        <p class="as-written measured" dir="auto">
          {terms.scope ?? 'No description was given beyond the milestones.'}
        </p>
        {terms.starts !== undefined && (
          <p class="note above-3">
            Begins {fullMomentText(Temporal.Instant.from(terms.starts), reader.zone)}.
          </p>
        )}
      </Chapter>
      <Chapter id="plan" title="Milestones">
        <Table
          columns={[{ label: 'Milestone' }, { label: 'Due' }, { label: 'Amount', num: true }]}
          rows={milestonesOf(room).map((one, index) => ({
            key: one.id,
            weak: one.status === 'void',
            cells: [
              `${index + 1} ${one.title}`,
              one.due === null ? 'no date' : dueDay(one.due, reader),
              amountOf(scene, one.amount),
            ],
          }))}
          foot={[sumName(room), '', amountOf(scene, agreed(milestonesOf(room), scene))]}
        />
      </Chapter>
      <Chapter
        id="rules"
        title="The rules"
        note={`${policy.name} ${policy.version}, as they were when the offer was sent. Later rules do not change this contract.`}
      >
        <div class="measured">
          <Sums caption="The numbers of the rules" rows={ruleRows(policy, scene)} />
        </div>
      </Chapter>
    </Page>
  );
}

function ruleRows(policy: PolicyView, scene: Scene): readonly SumRow[] {
  const { review, milestone } = policy;
  const row = (label: string, text: string, note?: string): SumRow =>
    note === undefined ? { label, text } : { label, text, note };
  return [
    row('Time to answer an offer', durationText(policy.offer.expires), 'Silence: it expires.'),
    row('Counter-offers', policy.offer.counter ? 'yes' : 'no'),
    row('Least amount of a milestone', formatAmount(milestone.min, scene.currency)),
    row('Milestones funded at a time', String(milestone.max_funded)),
    row(
      'Accepted milestones change',
      milestone.edit === 'mutual' ? 'only when both agree' : 'as the client says',
    ),
    row('Time to review work', durationText(review.window), 'Silence: it is paid.'),
    row('Rounds of changes', review.max_changes === null ? 'no limit' : String(review.max_changes)),
    row(
      'Time to answer a change of terms',
      durationText(policy.change.answer),
      'Silence: it lapses.',
    ),
    row(
      'Time to answer for money asked back',
      durationText(policy.escrow_refund.answer),
      'Silence: it goes back to the client.',
    ),
    policy.cancel === null
      ? row('Ending together', 'not part of these rules')
      : row(
          'Time to answer ending together',
          durationText(policy.cancel.answer),
          'Silence: the contract goes on.',
        ),
    row('From paid to available', durationText(policy.clearing)),
    row(
      'Time for feedback',
      durationText(policy.feedback.window),
      'To the end of that day in UTC.',
    ),
    row('Fee of the freelancer', scene.fees.freelancer, 'Of each payment.'),
    row('Fee of the client', scene.fees.client, 'On top, when money is put in.'),
  ];
}
