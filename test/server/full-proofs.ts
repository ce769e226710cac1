/** The proofs at their full numbers, which take many minutes: `npm run proofs`. */
export const fullProofs = process.env['FULL_PROOFS'] === 'yes';
