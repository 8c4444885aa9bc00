import { type Settings, texts } from "./settings";

export interface OpenAiArgs {
    /** Default: `gpt-4`. */
    readonly model?: string | undefined;
}
export interface ModelLimits {
    /** Tokens of an answer at most. */
    readonly maxTokens: number;
    /** 0 to 2; 0 is the most predictable. */
    readonly temperature: number;
    readonly requestsPerMinute: number;
}

export const openai = ({ model = "gpt-4" }: OpenAiArgs, limits?: ModelLimits): Settings => ({
    clear: texts({
        OPENAI_MODEL: model,
        OPENAI_MAX_TOKENS: limits?.maxTokens,
        OPENAI_TEMPERATURE: limits?.temperature,
        OPENAI_REQUESTS_PER_MINUTE: limits?.requestsPerMinute,
    }),
    secret: ["OPENAI_API_KEY"],
});
