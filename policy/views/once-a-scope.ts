/**
 * What is found out of a scope and something in it, found once. It is kept until the next scope is judged: a guard makes
 * one for every resource, and is never done with two at a time.
 */
export function onceAScope<Scope extends object, Subject, Answer>(
    find: (scope: Scope, subject: Subject) => Answer,
): (scope: Scope, subject: Subject) => Answer {
    let latest: Scope | undefined;
    let answers = new Map<Subject, Answer>();
    return (scope, subject) => {
        if (scope !== latest) {
            latest = scope;
            answers = new Map();
        }
        // Nothing is an answer, too.
        const known = answers.get(subject);
        if (known !== undefined || answers.has(subject)) return known as Answer;
        const answer = find(scope, subject);
        answers.set(subject, answer);
        return answer;
    };
}
