/** The euros of a field in cents, as people write them: 1250, 1.250 or 1.250,50; `NaN` for what is no amount, undefined for nothing. */
export function centsIn(typed: string): number | undefined {
  const amount = typed.replaceAll(/[€\s]/g, '');
  if (amount === '') return undefined;
  const [, euros = '', cents = ''] =
    /^(\d{1,3}(?:[.,]\d{3}){1,2}|\d{1,9})(?:[.,](\d{2}))?$/.exec(amount) ?? [];
  return euros === '' ? NaN : Number(euros.replaceAll(/[.,]/g, '')) * 100 + Number(cents);
}

/** Cents as a field for euros has them. */
export function inEuros(cents: number | null): string {
  if (cents === null) return '';
  const rest = cents % 100;
  return `${String(Math.floor(cents / 100))}${rest > 0 ? `,${String(rest).padStart(2, '0')}` : ''}`;
}
