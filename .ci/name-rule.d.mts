import type { Rule } from 'eslint';

export declare const refusedWords: Readonly<Record<string, string>>;
export declare const refusedAlone: Readonly<Record<string, string>>;
export declare const nameRule: Rule.RuleModule;
