import type { NoticeAnywhere } from "./notice";

/** Whoever renews by itself, as Cloudflare and Let's Encrypt's clients do, begins 30 days before the end. */
export const fewestDays = 14;

export const expiringCertificate: NoticeAnywhere = {
    called: "certificates",
    title: "A certificate expires soon",
    urgent: false,
    means: `The certificate that visitors of a public address see expires in less than ${fewestDays} days. It should have been renewed by itself long before.`,
};
