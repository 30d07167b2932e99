// The mediator's desk: cases that nobody has taken, the longest waiting first, and the cases of
// one's own. A case that is not taken shows no names and nothing that was said.
import type { CaseCard, CasesFound, OwnCase } from '../../reads/mediation/cases.ts';
import { capital } from '../../words/scene.ts';
import { numberText } from '../home/need-texts.ts';
import type { Frame, Reader } from '../parts/frame.ts';
import { Head } from '../parts/head.tsx';
import { Section } from '../parts/layout.tsx';
import { Empty, Problem } from '../parts/messages.tsx';
import { Page } from '../parts/page.tsx';
import { DeadlineCell } from '../parts/panel.tsx';
import { Table } from '../parts/table.tsx';
import { caseSilence, caseTitle, isOver, waitedText, wantedText } from './case-words.ts';

export type DeskPageProps = {
  readonly frame: Frame;
  readonly cases: CasesFound;
  /** Why a press did nothing. */
  readonly problem?: string | undefined;
};

export function DeskPage({ frame, cases, problem }: DeskPageProps) {
  const { waiting, mine } = cases;
  const { reader } = frame;
  const open = mine.filter((one) => !isOver(one));
  const over = mine.filter(isOver);
  return (
    <Page frame={frame} title="Cases">
      <Head title="Cases" state={stateOf(cases)} />
      {problem !== undefined && (
        <div class="above-5">
          <Problem title="The case was not taken">{problem}</Problem>
        </div>
      )}
      <Section id="waiting" title="Nobody has these">
        {waiting.length === 0 ? (
          <Empty says="No case waits for a mediator. Most contracts never have one." />
        ) : (
          <>
            <p class="note measured below-4">
              Names, statements and evidence are for whoever takes the case. The first to take it
              has it.
            </p>
            <Waiting cards={waiting} reader={reader} />
          </>
        )}
      </Section>
      <Section id="mine" title="Your cases">
        {open.length === 0 ? (
          <p class="note">None is open.</p>
        ) : (
          <Mine cards={open} reader={reader} />
        )}
      </Section>
      {over.length > 0 && (
        <Section id="over" title="Over">
          <Mine cards={over} reader={reader} />
        </Section>
      )}
    </Page>
  );
}

function stateOf({ waiting, mine }: CasesFound): string {
  const yours = mine.filter(({ asked }) => asked !== null).length;
  const free = waiting.length;
  const first =
    free === 0
      ? 'No case waits'
      : `${capital(numberText(free))} ${free === 1 ? 'case waits' : 'cases wait'}`;
  const own =
    yours === 0
      ? 'none of yours needs you'
      : `${numberText(yours)} of yours ${yours === 1 ? 'needs' : 'need'} you`;
  return `${first} for a mediator, and ${own}.`;
}

export function pathOfCase({ contract, dispute }: Pick<CaseCard, 'contract' | 'dispute'>): string {
  return `/cases/${contract}/${dispute}`;
}

function Waiting({ cards, reader }: { cards: readonly CaseCard[]; reader: Reader }) {
  return (
    <Table
      columns={[
        { label: 'What it is about' },
        { label: 'What is wanted' },
        { label: 'Until' },
        { label: 'Waiting', num: true },
      ]}
      rows={cards.map((card) => ({
        key: pathOfCase(card),
        cells: [
          <a key="case" class="plainly" href={pathOfCase(card)}>
            {caseTitle(card)}
          </a>,
          wantedText(card),
          <Until key="until" card={card} reader={reader} silence />,
          <>
            <span class="when-folded">waits for </span>
            {waitedText(card.since, reader.now)}
          </>,
        ],
      }))}
    />
  );
}

type UntilProps = {
  readonly card: CaseCard;
  readonly reader: Reader;
  readonly silence?: boolean;
};

function Until({ card, reader, silence = false }: UntilProps) {
  if (card.ends === undefined) return null;
  return (
    <>
      <DeadlineCell at={Temporal.Instant.from(card.ends)} reader={reader} />
      {silence && <small class="block">{caseSilence(card)}</small>}
    </>
  );
}

function Mine({ cards, reader }: { cards: readonly OwnCase[]; reader: Reader }) {
  return (
    <Table
      columns={[{ label: 'Contract' }, { label: 'What is wanted' }, { label: 'Until' }]}
      rows={cards.map((card) => ({
        key: pathOfCase(card),
        weak: isOver(card),
        cells: [
          <>
            <a class="plainly" href={pathOfCase(card)}>
              <bdi>{card.title}</bdi>
            </a>
            <small class="block">{caseTitle(card)}</small>
          </>,
          card.asked === null && card.wants !== null ? 'Another mediator rules' : wantedText(card),
          <Until key="until" card={card} reader={reader} />,
        ],
      }))}
    />
  );
}
