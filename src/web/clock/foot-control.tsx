// The clock in the foot of every page of evaluation mode: three buttons that move it and come
// back to the page one is on. The page of the clock has all the other ways.
import { Icon } from '../parts/sprite.tsx';

export function ClockControl({ path }: { path: string }) {
  return (
    <form method="post" action="/clock" aria-label="Move the clock">
      <input type="hidden" name="back" value={path} />
      <Icon name="clock" />
      <button type="submit" name="by" value="P1D">
        A day on
      </button>
      <button type="submit" name="by" value="P7D">
        A week on
      </button>
      <button type="submit" name="next" value="1">
        To the next deadline
      </button>
    </form>
  );
}
