// Months of statements, as the address has them: "2026-11". What is no month, or lies ahead, is
// the present one.

export function monthOf(text: string | undefined, now: Temporal.Instant): Temporal.PlainYearMonth {
  const present = now.toZonedDateTimeISO('UTC').toPlainDate().toPlainYearMonth();
  if (!/^[12]\d{3}-\d\d$/.test(text ?? '')) return present;
  try {
    const month = Temporal.PlainYearMonth.from(text ?? '');
    return Temporal.PlainYearMonth.compare(month, present) > 0 ? present : month;
  } catch (error) {
    if (error instanceof RangeError) return present;
    throw error;
  }
}

const names = [
  ...['January', 'February', 'March', 'April', 'May', 'June'],
  ...['July', 'August', 'September', 'October', 'November', 'December'],
];

/** "November 2026" */
export function monthText(month: Temporal.PlainYearMonth): string {
  return `${names[month.month - 1]} ${month.year}`;
}

export function isPresent(month: Temporal.PlainYearMonth, now: Temporal.Instant): boolean {
  return monthOf(undefined, now).equals(month);
}
