// The way of a dispute as steps that stand one below the other: opened, answered, mediation, a
// ruling, the end. What has happened has its date, what is going on its deadline and what silence
// does; what may still come is told without one.
import type { ComponentChildren } from 'preact';
import { otherParty } from '../../../domain/people.ts';
import { amountOf, type Scene, subject } from '../../../words/scene.ts';
import { momentText } from '../../../words/time.ts';
import type { Reader } from '../../parts/frame.ts';
import { Deadline } from '../../parts/panel.tsx';
import { arbitrationText, disputeSilence, disputeState } from './dispute-words.ts';
import { type Dispute, isOpenDispute } from './open-things.ts';

type Step = {
  readonly name: string;
  readonly stands: 'done' | 'now' | 'later';
  readonly text: ComponentChildren;
};

export type StagesProps = {
  readonly dispute: Dispute;
  readonly scene: Scene;
  readonly reader: Reader;
};

export function Stages(props: StagesProps) {
  return (
    <ol class="stages" aria-label="The way of the dispute">
      {stepsOf(props).map(({ name, stands, text }) => (
        <li key={name} class={stands} aria-current={stands === 'now' ? 'step' : undefined}>
          <h3>{name}</h3>
          <div>{text}</div>
        </li>
      ))}
    </ol>
  );
}

function stepsOf(props: StagesProps): readonly Step[] {
  const { dispute } = props;
  const steps = [opened(props), answered(props), mediation(props), arbitration(props)];
  return [...steps.flatMap((step) => step ?? []), end(dispute, props)];
}

function When({ at, reader }: { at: string; reader: Reader }) {
  const instant = Temporal.Instant.from(at);
  const local = momentText(instant, reader.zone, reader.now);
  const utc = momentText(instant, 'UTC', reader.now);
  return (
    <span class="note">
      <time datetime={at}>{local}</time>
      {local === utc ? ' UTC' : ` · ${utc} UTC`}
    </span>
  );
}

function opened({ dispute, scene, reader }: StagesProps): Step {
  const who = subject(scene, dispute.opened_by, 'disputes', 'dispute');
  return {
    name: 'Opened',
    stands: 'done',
    text: (
      <>
        <p>
          {who} {amountOf(scene, dispute.amount)}.
        </p>
        <When at={dispute.opened} reader={reader} />
      </>
    ),
  };
}

/** What is going on: its state, until when, and what silence does. */
function now({ dispute, scene, reader }: StagesProps, at: string | undefined): ComponentChildren {
  return (
    <>
      <p>{disputeState(dispute, scene)}</p>
      {at !== undefined && <Deadline at={Temporal.Instant.from(at)} reader={reader} />}
      <p class="note">{disputeSilence(dispute, scene)}</p>
    </>
  );
}

/** Mediation about payments needs no answer. */
function answered(props: StagesProps): Step | null {
  const { dispute, scene } = props;
  const name = 'Answer';
  if (dispute.about === 'paid') return null;
  if (dispute.status === 'open') {
    return { name, stands: 'now', text: now(props, dispute.answer_by) };
  }
  const how = dispute.outcome?.how;
  const other = otherParty(dispute.opened_by);
  const text =
    how === 'accepted'
      ? `${subject(scene, other, 'accepts', 'accept')} it.`
      : how === 'silence'
        ? 'Nobody answered in time.'
        : contested(dispute)
          ? `${subject(scene, other, 'contests', 'contest')} it.`
          : 'It ended before an answer.';
  return { name, stands: 'done', text: <p>{text}</p> };
}

function contested({ status, answer, mediator, recommendation, arbitration }: Dispute): boolean {
  const later = status === 'mediation' || status === 'arbitration';
  const went = [answer, mediator, recommendation, arbitration].some((one) => one !== undefined);
  return later || went;
}

function mediation(props: StagesProps): Step | null {
  const { dispute, scene } = props;
  const name = 'Mediation';
  if (dispute.status === 'mediation') {
    return { name, stands: 'now', text: now(props, dispute.stage_ends) };
  }
  if (dispute.status === 'open') {
    const text = <p class="note">If it is contested, a mediator recommends how to divide it.</p>;
    return { name, stands: 'later', text };
  }
  if (!contested(dispute) && dispute.about !== 'paid') return null;
  const { recommendation } = dispute;
  const text =
    recommendation === undefined
      ? 'It ended without a recommendation.'
      : `The mediator recommended ${amountOf(scene, recommendation.to_freelancer)} for ${scene.names.freelancer}.`;
  return { name, stands: 'done', text: <p>{text}</p> };
}

function arbitration(props: StagesProps): Step | null {
  const { dispute, scene } = props;
  const name = 'Ruling';
  if (dispute.about === 'paid') return null;
  if (dispute.status === 'arbitration') {
    const { arbitration: costs, stage_ends } = dispute;
    const at = costs?.ruling_until ?? costs?.opt_in_until ?? stage_ends;
    const text = (
      <>
        {now(props, at)}
        {costs !== undefined && <p class="note">{arbitrationText(costs, scene)}</p>}
      </>
    );
    return { name, stands: 'now', text };
  }
  if (isOpenDispute(dispute)) {
    const text = (
      <p class="note">
        If they do not agree then, each side can pay for a ruling by a second mediator.
      </p>
    );
    return { name, stands: 'later', text };
  }
  if (dispute.arbitration === undefined) return null;
  return { name, stands: 'done', text: <p>{arbitrationText(dispute.arbitration, scene)}</p> };
}

function end(dispute: Dispute, { scene, reader }: StagesProps): Step {
  const name = 'End';
  const { outcome } = dispute;
  if (outcome === undefined) {
    const text = (
      <p class="note">
        {dispute.about === 'paid'
          ? 'What both agree on is paid. Without that, nothing changes.'
          : 'What is held is paid out, all of it, and nothing of it can be disputed again.'}{' '}
        Until then the two can agree on a split at any time.
      </p>
    );
    return { name, stands: 'later', text };
  }
  return {
    name,
    stands: 'done',
    text: (
      <>
        <p>{disputeState(dispute, scene)}</p>
        <When at={outcome.at} reader={reader} />
      </>
    ),
  };
}
