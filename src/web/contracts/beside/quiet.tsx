// Long silence, opening an ended contract again, and the contract that this one continues: each in
// a sentence with what silence does and the buttons that change it.
import type { ComponentChildren } from 'preact';
import { otherParty } from '../../../domain/people.ts';
import { commandLabel } from '../../../words/commands.ts';
import { isZeroAmount } from '../../../words/money.ts';
import { amountOf, subject, whom, whose } from '../../../words/scene.ts';
import { ButtonLink } from '../../parts/button.tsx';
import { Row, Section } from '../../parts/layout.tsx';
import { Deadline, Note } from '../../parts/panel.tsx';
import { pathOfDoing, type Room } from '../room.ts';

/** Nobody has done anything for a long time: whose turn it is, and where silence leads. */
export function Dormant({ room }: { room: Room }) {
  const { dormancy, money } = room.view;
  const { scene, reader } = room;
  if (dormancy === undefined) return null;
  const held = isZeroAmount(money.escrow)
    ? 'nothing is held'
    : `${amountOf(scene, money.escrow)} is held`;
  const has = subject(scene, dormancy.who, 'has', 'have');
  const asks = scene.viewer === 'freelancer' ? 'ask' : 'asks';
  return (
    <Section id="dormancy" title="Nobody has done anything for a long time">
      <p class="measured">
        The contract is dormant since {scene.when(dormancy.since)}, and {held}. {has} until{' '}
        {scene.when(dormancy.until)} to say what becomes of it.
      </p>
      <div class="above-3">
        <Deadline at={Temporal.Instant.from(dormancy.until)} reader={reader} />
        <Note>
          {dormancy.may_request_release
            ? `If ${whom(scene, 'freelancer')} ${asks} for the release in time, silence of ${whom(scene, 'client')} pays it. Otherwise what is held goes back.`
            : 'Anything that one of you does ends the silence. The line above shows what follows if nobody does.'}
        </Note>
      </div>
      <Buttons room={room} names={['keep_open', 'request_release']} />
    </Section>
  );
}

function Buttons({ room, names }: { room: Room; names: readonly string[] }) {
  const can: Readonly<Record<string, unknown>> = room.can;
  const possible = names.filter((name) => can[name] === true);
  if (possible.length === 0) return null;
  return (
    <div class="above-4">
      <Row>
        {possible.map((name) => (
          <ButtonLink key={name} href={pathOfDoing(room, name)}>
            {commandLabel(name)}…
          </ButtonLink>
        ))}
      </Row>
    </div>
  );
}

export function Reopening({ room }: { room: Room }) {
  const { reopen } = room.view;
  const { scene, reader } = room;
  if (reopen?.status !== 'open') return null;
  const other = otherParty(reopen.by);
  return (
    <Section id="reopen" title="Opening it again">
      <p class="measured">
        {subject(scene, reopen.by, 'proposes', 'propose')} to open the contract again. If{' '}
        {whom(scene, other)} {scene.viewer === other ? 'agree' : 'agrees'}, what was void or given
        back is planned again, money that went back stays back, and sealed feedback is discarded.
      </p>
      {reopen.note !== undefined && (
        <blockquote class="quoted above-3">
          <p dir="auto">{reopen.note}</p>
        </blockquote>
      )}
      {reopen.answer_by !== undefined && (
        <div class="above-3">
          <Deadline at={Temporal.Instant.from(reopen.answer_by)} reader={reader} />
          <Note>Without an answer the contract stays ended.</Note>
        </div>
      )}
      <Buttons room={room} names={['accept_reopen', 'decline_reopen', 'withdraw_reopen']} />
    </Section>
  );
}

/** The contract that this one continues, and the way on to the next one. */
export function linksOf(room: Room): readonly ComponentChildren[] {
  const { rehire_of: former } = room.view.links;
  if (former === undefined) return [];
  return [
    <a key="former" href={`/contracts/${former}`}>
      Continues {whose(room.scene, 'client')} contract before this one
    </a>,
  ];
}
