import type { Rule } from 'eslint';

export declare const renderRule: Rule.RuleModule;
