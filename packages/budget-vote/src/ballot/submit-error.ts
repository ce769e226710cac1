import type { ApiError } from '@buurt/core/http/api-error.js';

/** Why a vote did not go, for the one who reads it at the vote. */
export type SubmitError = 'prevented' | 'stopped' | 'elsewhere' | 'rules-changed' | ApiError;
