/** The proofs at their full numbers, which take many minutes: `FULL_PROOFS=yes npm test`. */
export const fullProofs = process.env['FULL_PROOFS'] === 'yes';
