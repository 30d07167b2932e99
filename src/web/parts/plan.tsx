// Where milestones stand: a bar of segments as wide as their amounts, and the status of one
// thing as a shape and a word. The text beside says the same; colour only repeats the shape.
import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './sprite.tsx';

export type Segment = {
  /** A decimal string: the segment's share of the bar. */
  readonly amount: string;
  /** full, half, a sliver, hollow */
  readonly stands: 'released' | 'submitted' | 'funded' | 'planned';
};

export type PlanProps = {
  /** What the bar shows, in words: "$600.00 of $3,000.00 released, $900.00 in review". */
  readonly label: string;
  readonly segments: readonly Segment[];
};

export function Plan({ label, segments }: PlanProps) {
  const amounts = segments.map((segment) => Number(segment.amount));
  const largest = Math.max(...amounts, 0);
  return (
    <div class="plan" role="img" aria-label={label}>
      {segments.map(({ stands }, index) => (
        <i key={index} class={`${stands} n-${share(amounts[index] ?? 0, largest)}`} />
      ))}
    </div>
  );
}

/** Widths only, 1 to 100 of the largest: the one place where an amount may be rounded. */
function share(amount: number, largest: number): number {
  return largest === 0 ? 1 : Math.max(1, Math.round((amount / largest) * 100));
}

const SHAPES = {
  done: { icon: 'done', colour: 'good' },
  /** Over, but nothing to be glad of: ended, lapsed. */
  over: { icon: 'done', colour: undefined },
  review: { icon: 'half', colour: 'wait' },
  planned: { icon: 'ring', colour: undefined },
  void: { icon: 'void', colour: 'muted' },
  needs: { icon: 'alert', colour: 'wait' },
  wrong: { icon: 'alert', colour: 'stop' },
  solved: { icon: 'check', colour: 'good' },
} satisfies Record<string, { icon: IconName; colour: string | undefined }>;

export type StatusShape = keyof typeof SHAPES;

export function Status({ shape, children }: { shape: StatusShape; children: ComponentChildren }) {
  const { icon, colour } = SHAPES[shape];
  return (
    <span class={colour === undefined ? 'status' : `status ${colour}`}>
      <Icon name={icon} /> <span>{children}</span>
    </span>
  );
}
