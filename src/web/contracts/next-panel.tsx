// What happens next: what silence leads to, the steps that lead there, the deadline in three
// forms, who can still change it, and the buttons that do. The one panel of the page.
import type { NextView } from '../../domain/contracts/seen/view.ts';
import { deadlineName, forecastSentence } from '../../words/forecast.ts';
import { beforeLongSilence, untilLongSilence } from '../../words/long-silence.ts';
import { isZeroAmount } from '../../words/money.ts';
import { amountOf, capital, type Scene, summed, titleOf } from '../../words/scene.ts';
import { durationText, shortDayText } from '../../words/time.ts';
import { ButtonLink } from '../parts/button.tsx';
import type { Reader } from '../parts/frame.ts';
import { Row } from '../parts/layout.tsx';
import { Deadline, Forecast, type ForecastStep, Note, Panel, Says } from '../parts/panel.tsx';
import { actPhrase } from './act-names.ts';
import { openDisputesOf } from './disputes/open-things.ts';
import { candidatesFor, isAboutMilestone } from './do/candidates.ts';
import { milestonesOf, otherName, pathOfDoing, type Room } from './room.ts';

export function NextPanel({ room }: { room: Room }) {
  const next = leading(room.view.next);
  const note = next === undefined ? null : noteOn(next, room);
  return (
    <Panel id="next" title="What happens next">
      <Says>
        {next === undefined ? (
          nothingBy(room)
        ) : (
          <Emphasized sentence={forecastSentence(next, room.scene)} />
        )}
      </Says>
      {room.view.next.length > 0 && <Forecast steps={stepsOf(room)} />}
      {next !== undefined && <Deadline at={Temporal.Instant.from(next.at)} reader={room.reader} />}
      {note !== null && <Note>{note}</Note>}
      <Actions room={room} />
    </Panel>
  );
}

/** The deadline that the page is about: the first that somebody can still change. */
function leading(all: readonly NextView[]): NextView | undefined {
  const soon = beforeLongSilence(all);
  const next = soon.length > 0 ? soon : all;
  return (
    next.find(({ who_can_act, what }) => who_can_act.length > 0 && what !== 'due_passes') ??
    next.find(({ what }) => what === 'due_passes') ??
    next[0]
  );
}

/** "If Ben does nothing, **$500.00 is released to you** on Thursday.": the effect stands out. */
function Emphasized({ sentence }: { sentence: string }) {
  const [, start, effect, end] = /^(If .*?thing, )(.*?)( on .*)$/su.exec(sentence) ?? [];
  if (effect === undefined) return <>{sentence}</>;
  return (
    <>
      {start}
      <b>{effect}</b>
      {end}
    </>
  );
}

function nothingBy(room: Room): string {
  const { status } = room.view;
  if (status === 'active') return 'Nothing happens by itself here.';
  return status === 'ended' ? 'Nothing more happens by itself.' : 'Nothing happens any more.';
}

const mostSteps = 4;

function stepsOf(room: Room): readonly ForecastStep[] {
  const { next } = room.view;
  const shown = untilLongSilence(next).filter((one) => !isDelivered(one, room));
  const later = shown.slice(0, mostSteps).map(
    (one): ForecastStep => ({
      when: stepDay(one.at, room.reader),
      at: Temporal.Instant.from(one.at),
      ...stepOf(one, room.scene),
    }),
  );
  return [{ when: 'Now', what: nowOf(room) }, ...later];
}

/** The due date of what is delivered already leads to nothing. */
function isDelivered({ what, subject }: NextView, { view }: Room): boolean {
  return what === 'due_passes' && view.milestones[subject ?? '']?.status === 'submitted';
}

/** Midnight UTC ends a day: the step stands on the day that ends, as in the table below. */
function stepDay(at: string, { zone, now }: Reader): string {
  const instant = Temporal.Instant.from(at);
  const utc = instant.toZonedDateTimeISO('UTC');
  const midnight = utc.toPlainTime().equals(Temporal.PlainTime.from('00:00'));
  return midnight
    ? shortDayText(instant.subtract({ minutes: 1 }), 'UTC', now)
    : shortDayText(instant, zone, now);
}

function nowOf(room: Room): string {
  const { status } = room.view;
  if (status === 'offered') return room.view.sent === undefined ? 'Not sent yet' : 'Offered';
  if (openDisputesOf(room.view).length > 0) return 'In dispute';
  if (status === 'ended') return 'Ended';
  const stands = milestonesOf(room).map((milestone) => milestone.status);
  if (stands.includes('submitted')) return 'In review';
  return stands.includes('funded') ? 'In work' : 'Active';
}

/** What a step does, in two or three words, and its amount. */
function stepOf(next: NextView, scene: Scene): { what: string; detail?: string } {
  const to = (kind: string) => {
    const moved = next.effect.postings.filter((one) => one.to === kind);
    const sum = summed(
      scene,
      moved.map(({ amount }) => amount),
    );
    return isZeroAmount(sum) ? null : amountOf(scene, sum);
  };
  const [pending, back] = [to('freelancer.pending'), to('client.available')];
  if (pending !== null) return { what: 'Released', detail: `${pending} begins to clear` };
  if (back !== null) return { what: `${back} goes back` };
  const available = to('freelancer.available');
  if (available !== null) return { what: `${available} available` };
  switch (next.what) {
    case 'due_passes':
      return { what: 'Due', detail: titleOf(scene, next.subject ?? '') };
    case 'offer_expires':
      return { what: 'Offer expires' };
    case 'change_answer_ends':
      return { what: 'Change lapses' };
    case 'cancel_answer_ends':
      return { what: 'Proposal lapses' };
    default:
      return { what: deadlineName(next.what, next.subject, scene) };
  }
}

/** What stops the clock or comes before it. */
function noteOn({ what }: NextView, room: Room): string | null {
  const { viewer, view } = room;
  const review = durationText(view.policy.review.window);
  switch (what) {
    case 'review_ends':
      return viewer === 'freelancer'
        ? `A request for changes stops the clock; your next submission starts a new ${review}.`
        : 'You can release it earlier, all or a part. A request for changes stops the clock.';
    case 'escrow_refund_answer_ends':
      return viewer === 'freelancer'
        ? 'You can agree before that. The money then goes back at once.'
        : `You can still release it, all or a part, as long as ${otherName(room)} has not answered.`;
    case 'offer_expires':
      return viewer === 'freelancer'
        ? 'Accepting takes exactly these terms and rules. Nothing is owed if you decline.'
        : 'You can change or withdraw the offer until it is accepted.';
    case 'due_passes':
      return 'Nothing is lost when a due date passes, and no money moves by it.';
    case 'feedback_closes':
      return view.feedback.client === 'none' || view.feedback.freelancer === 'none'
        ? 'Feedback stays sealed until both have given theirs, or until then.'
        : null;
    default:
      return null;
  }
}

/** In the order in which they press on the reader. The first that is possible is the primary. */
const pressing = [
  'accept_offer',
  'accept_counter',
  'accept_cancel',
  'accept_change',
  'answer_clarification',
  'answer_dispute',
  'accept_recommendation',
  'accept_settlement',
  'pay_arbitration',
  'accept_reopen',
  'request_release',
  'approve_escrow_refund',
  'dispute_escrow_refund',
  'release_payment',
  'request_changes',
  'submit_work',
  'fund_milestone',
  'give_feedback',
  'counter_offer',
  'revise_offer',
  'decline_recommendation',
  'keep_open',
  'decline_counter',
  'decline_change',
  'decline_cancel',
  'decline_offer',
  'withdraw_counter',
] as const;

/** Whether it is time for it; possible alone is not enough for a button up here. */
function isTimely(name: (typeof pressing)[number], room: Room): boolean {
  if (room.can[name] !== true) return false;
  const stands = milestonesOf(room).map(({ status }) => status);
  const asked = room.view.escrow_refund?.status === 'open';
  if (name === 'release_payment') return stands.includes('submitted') || asked;
  return true;
}

/** A new version of what is under review is possible, but nobody waits for it. */
function isMyTurn(name: string, room: Room): boolean {
  return name !== 'submit_work' || milestonesOf(room).some(({ status }) => status === 'funded');
}

/** Where several milestones fit, the button is for the one whose turn it is in the plan. */
function Actions({ room }: { room: Room }) {
  const names = pressing.filter((name) => isTimely(name, room)).slice(0, 3);
  if (names.length === 0) return null;
  return (
    <div class="above-5">
      <Row>
        {names.map((name, index) => (
          <ButtonLink
            key={name}
            href={pathOfDoing(room, name, candidatesFor(name, room)[0]?.id)}
            look={index === 0 && isMyTurn(name, room) ? 'primary' : 'plain'}
          >
            {capital(actPhrase(name, candidatesFor(name, room)[0]))}…
          </ButtonLink>
        ))}
      </Row>
    </div>
  );
}

export function hrefOf(name: string, room: Room): string {
  const [only, another] = isAboutMilestone(name) ? candidatesFor(name, room) : [];
  return pathOfDoing(room, name, another === undefined ? only?.id : undefined);
}
