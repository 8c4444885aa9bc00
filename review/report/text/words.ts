/** Small words: numbers with their nouns, lists, and provider tokens as people say them. */

const abbreviations = new Map(
    ["API", "CDN", "CPU", "DNS", "HTTP", "HTTPS", "IAM", "ID", "IP", "SQL", "SSL", "TLS", "URI", "URL", "VPC"].map(
        (word) => [word.toLowerCase(), word],
    ),
);

/** `serviceIamMember` and `privateIpAddress` become `service IAM member` and `private IP address`. */
export function spoken(camelCase: string): string {
    return camelCase
        .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
        .split(/[ _.-]+/)
        .map((word) => abbreviations.get(word.toLowerCase()) ?? word.toLowerCase())
        .join(" ");
}

export function plural(noun: string): string {
    if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`;
    return /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

export const counted = (count: number, noun: string): string => `${count} ${count === 1 ? noun : plural(noun)}`;

/** Each once, in the order of the first. */
export const once = <T>(values: Iterable<T>): T[] => [...new Set(values)];

/** Values by key, both in order of appearance. */
export function grouped<T>(values: Iterable<T>, keyOf: (value: T) => string): Map<string, T[]> {
    const groups = new Map<string, T[]>();
    for (const value of values) {
        const key = keyOf(value);
        const group = groups.get(key);
        if (group === undefined) groups.set(key, [value]);
        else group.push(value);
    }
    return groups;
}

const platformNames: Readonly<Record<string, string>> = {
    gcp: "Google Cloud",
    docker: "Docker",
    kubernetes: "Kubernetes",
};
export const platformName = (platform: string): string => platformNames[platform] ?? platform;
