import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { standard } from '../domain/policy/examples.ts';
import { bad, ended, now, open, sealed, silent } from '../domain/reputation/histories.ts';
import type { OutcomeFacts } from '../domain/reputation/history.ts';
import { scoreOf } from '../domain/reputation/success-score.ts';
import { type ScoreHistory, scoreHistoryOf } from '../wire/score-history.ts';
import { score } from './score.ts';

function exported(history: readonly OutcomeFacts[]): ScoreHistory {
  const found = scoreOf(history, open, now);
  return scoreHistoryOf(
    { person: 'psn_ann', as: 'freelancer', policy: standard, scoring: open, history, score: found },
    (contract) => ({ title: `Work ${contract}`, other: 'Ben' }),
  );
}

async function recompute(document: unknown): Promise<{ code: number; out: string; err: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'endwell-score-'));
  const file = join(folder, 'score.json');
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document));
  const [out, err]: [string[], string[]] = [[], []];
  const print = {
    out: (text: string) => void out.push(`${text}\n`),
    err: (text: string) => void err.push(`${text}\n`),
  };
  try {
    const code = await score(['recompute', file], print);
    return { code, out: out.join(''), err: err.join('') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const history = [
  ended(),
  ended(),
  ended({ feedback: bad }),
  ended({ feedback: silent }),
  ended({ feedback: sealed }),
];

test('an exported history gives its own number again, with every contract explained', async () => {
  const { code, out } = await recompute(exported(history));
  assert.equal(code, 0);
  assert.match(out, /^33 of 100, from the last 6 months\./);
  assert.match(out, /−33 {5}−1 {7}1 {2}“Work ctr_\d+”, Ben, ended 15 Oct 2026: bad feedback/);
  assert.match(out, /no feedback\n/);
  assert.match(out, /feedback not revealed yet\n/);
  assert.match(out, /This is what the file says\./);
});

test('a number that does not follow from its history is told, with exit code 1', async () => {
  const document = exported(history);
  const better = { ...document, explained: { ...document.explained, score: 92 } };
  const { code, out } = await recompute(better);
  assert.equal(code, 1);
  assert.match(out, /The file says 92, its history gives 33\./);
});

test('a share that does not follow from its history is told too', async () => {
  const document = exported(history);
  const [first, ...others] = document.explained.contracts;
  const contracts = [{ ...first, share: 40 }, ...others];
  const { code } = await recompute({
    ...document,
    explained: { ...document.explained, contracts },
  });
  assert.equal(code, 1);
});

test('what is no exported history is refused with what is wrong with it', async () => {
  for (const [document, says] of [
    ['nothing', /it is not JSON/],
    ['{}', /format/],
    [{ ...exported(history), at: 'yesterday' }, /at: is an instant/],
  ] as const) {
    const { code, err } = await recompute(document);
    assert.equal(code, 2);
    assert.match(err, says);
  }
});

test('a file that is not there has an exit code of its own', async () => {
  const print = { out: () => {}, err: () => {} };
  assert.equal(await score(['recompute', '/there/is/none.json'], print), 3);
  assert.equal(await score(['recompute'], print), 2);
});

test('every history that is exported is read back as the same history', () => {
  const document = exported(history);
  const again = JSON.parse(JSON.stringify(document)) as ScoreHistory;
  assert.deepEqual(again, document);
});
