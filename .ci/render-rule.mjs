/** What starts something: a request, a timer, code that comes later, another update. */
const starting = /^(need|load|reload|run|fetch|requestUpdate|setTimeout|setInterval|addEventListener)$/;
const isFunction = ({ type }) => /Function/.test(type);
const isPure = ({ kind, key }) => kind === 'get' || /^render/.test(key.name ?? '');

const calls = ({ type, callee }) =>
  type === 'ImportExpression' ||
  (type === 'CallExpression' && starting.test(callee.property?.name ?? callee.name ?? ''));

const targetOf = ({ type, left, argument }) =>
  type === 'AssignmentExpression' ? left : type === 'UpdateExpression' ? argument : undefined;

/** `this.x = …`, `this.#x ??= …`, `this.x.y++`. */
function setsOwn(node) {
  let target = targetOf(node);
  while (target?.type === 'MemberExpression') target = target.object;
  return target?.type === 'ThisExpression';
}

/** The nodes of a method that run when it runs: not what a listener does later. */
function* runIn(node, keys) {
  yield node;
  for (const key of keys[node.type] ?? [])
    for (const child of [node[key]].flat()) if (child && !isFunction(child)) yield* runIn(child, keys);
}

/**
 * The ESLint rule `buurt/pure-render`: a getter or `render` of an element says what there is. It starts nothing and
 * keeps nothing, so it may run any number of times.
 */
export const renderRule = {
  meta: { type: 'problem', schema: [] },
  create: ({ report, sourceCode }) => ({
    MethodDefinition(method) {
      if (!isPure(method) || !method.value.body) return;
      for (const node of runIn(method.value.body, sourceCode.visitorKeys))
        if (calls(node))
          report({ node, message: 'A getter or render starts nothing: do it in willUpdate or updated.' });
        else if (setsOwn(node))
          report({ node, message: 'A getter or render sets nothing: do it in willUpdate.' });
    },
  }),
};
