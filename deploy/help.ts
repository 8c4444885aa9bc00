/** What `npm run up -- --help` prints. */
export const help = `Reviews a stack, then deploys it by Pulumi, always with the policy pack of this project.

Usage
  npm run up -- STACK [--project DIR] [--foundation] [-- OPTION-OF-PULUMI...]

Options
  --foundation   leave out services and jobs, which need a pushed image and the supplied
                 secrets, and whatever is made from them; what runs already stays as it is
  --project DIR  the folder of Pulumi.yaml; default: the current one
  -h, --help     this text

Examples
  npm run up -- beta
      review, preview, question, deployment
  npm run up -- beta --foundation
      the first deployment of an empty environment
  npm run up -- cloud --project blueprints/orbisvoice
      a stack of a blueprint
  npm run up -- beta -- --yes --non-interactive
      in a workflow, where nobody answers
  npm run up -- main -- --diff
      each property that changes

Options of Pulumi's that would get round the review or the rules are refused.

Exit status
  Pulumi's; before it has begun, that of the review (1 not planned, 2 a rule is broken),
  or 1 where the command line is wrong or there is no Pulumi.
`;
