import type { Role } from "../../lib/accounts/viewer.ts";

/**
 * Who may enter where, written down a second time on purpose: the walk holds it against what the built desk does. A page,
 * route or action that is not listed here fails the walk.
 */
type Who = readonly Role[] | "anybody";

const ALL = ["owner", "operator", "counsel", "delegate", "read-only"] as const;
const DESK = ["owner", "operator", "counsel", "read-only"] as const;
const WORK = ["owner", "operator", "counsel", "delegate"] as const;
const OPERATORS = ["owner", "operator"] as const;
const OWNERS = ["owner"] as const;

/** `anybody`: with no session at all; such a page must show nothing of the desk. */
export const ROUTES: Record<string, Who> = {
  "/": ALL,
  "/api/attachments/[attachmentId]": ALL,
  "/api/audit/[file]": OWNERS,
  "/api/cases/[caseId]/counsel": ["owner", "operator", "counsel"],
  "/api/cases/[caseId]/evidence": ALL,
  "/api/complaints/[complaintId]/html": ALL,
  "/api/complaints/[complaintId]/raw": ALL,
  "/api/exit-notice": OWNERS,
  "/api/exits/[form]": DESK,
  "/api/health": "anybody",
  "/api/health/live": "anybody",
  "/api/health/ready": "anybody",
  "/api/intake": "anybody",
  "/api/metrics": [],
  "/api/mitigations/[file]": DESK,
  "/api/quarantine/[mailId]": OWNERS,
  "/api/reports/[file]": DESK,
  "/api/templates": DESK,
  "/audit": OWNERS,
  "/blocks": DESK,
  "/blocks/networks": DESK,
  "/blocks/networks/[blockId]": DESK,
  "/blocks/networks/new": OPERATORS,
  "/cases/[caseId]": ALL,
  "/exit": "anybody",
  "/exit/[name]": "anybody",
  "/exit/[name]/[language]": "anybody",
  "/exit/[name]/[language]/exits": "anybody",
  "/exit/[name]/[language]/received/[reference]": "anybody",
  "/icon.png": "anybody",
  "/join/[token]": "anybody",
  "/look": ALL,
  "/mailboxes": DESK,
  "/mitigations": DESK,
  "/mitigations/[mitigationId]": DESK,
  "/people": OWNERS,
  "/people/[login]": OWNERS,
  "/policy": DESK,
  "/policy/exits": DESK,
  "/policy/what-if": DESK,
  "/queue": ALL,
  "/queue/alike/[caseId]": WORK,
  "/queue/chosen": WORK,
  "/queue/together/[bulkId]": WORK,
  "/queue/views": ALL,
  "/relays": DESK,
  "/relays/[relayId]": DESK,
  "/relays/[relayId]/documents/[sha256]": DESK,
  "/relays/told/[importId]": DESK,
  "/reports": DESK,
  "/reports/cases": DESK,
  "/reports/transparency": DESK,
  "/rules": DESK,
  "/search": ALL,
  "/security": ALL,
  "/security/codes": ALL,
  "/settings": DESK,
  "/settings/alerts": OWNERS,
  "/settings/public-pages": OWNERS,
  "/settings/retention": OWNERS,
  "/settings/senders": OWNERS,
  "/sign-in": "anybody",
  "/sign-in/code": "anybody",
  "/start": OPERATORS,
  "/templates": DESK,
  "/templates/[...place]": DESK,
  "/templates/new": OPERATORS,
  "/welcome": "anybody",
};

/** By file, then by name. */
const BY_FILE: Record<string, Record<string, Who>> = {
  "app/blocks/actions.ts": {
    followUpAction: OPERATORS,
    letterAction: OPERATORS,
    lookAgainAction: OPERATORS,
    noteAction: OPERATORS,
    saveBlockAction: OPERATORS,
    saveLookUpsAction: OWNERS,
  },
  "app/cases/[caseId]/actions.ts": {
    answeredElsewhereAction: WORK,
    checkAgainAction: WORK,
    closeAction: WORK,
    letterAction: WORK,
    nameReaderAction: OWNERS,
    noteAction: WORK,
    reopenAction: WORK,
    setTypeAction: WORK,
    takeBackTypeAction: WORK,
    undoAction: WORK,
  },
  "app/cases/[caseId]/attachment-actions.ts": {
    attachEvidenceAction: WORK,
    attachExitsAction: WORK,
    detachAction: WORK,
  },
  "app/cases/[caseId]/fact-actions.ts": {
    correctFactAction: WORK,
    settleDraftAction: WORK,
    undoCorrectionAction: WORK,
  },
  "app/cases/[caseId]/hold-actions.ts": {
    holdAction: ["owner", "operator", "counsel"],
    releaseHoldAction: ["owner", "counsel"],
  },
  "app/cases/[caseId]/later-actions.ts": { laterAction: WORK, notLaterAction: WORK },
  "app/cases/[caseId]/move-actions.ts": {
    joinAction: WORK,
    notTheSameAction: WORK,
    splitAction: WORK,
    undoMoveAction: WORK,
  },
  "app/cases/[caseId]/seal-actions.ts": {
    gagAction: ["owner", "counsel"],
    liftSealAction: OWNERS,
    sealAction: ["owner", "operator", "counsel"],
  },
  "app/join/actions.ts": { acceptInvitationAction: "anybody" },
  "app/language-actions.ts": { chooseLanguageAction: "anybody", chooseReadingAction: ALL },
  "app/look/actions.ts": { saveLookAction: ALL },
  "app/mailboxes/actions.ts": {
    saveMailboxAction: OWNERS,
    switchMailboxAction: OWNERS,
    testMailboxAction: OWNERS,
  },
  "app/mitigations/actions.ts": {
    endMitigationAction: OPERATORS,
    proposeMitigationAction: OPERATORS,
    startByControlAction: OPERATORS,
    startByHandAction: OPERATORS,
  },
  "app/people/actions.ts": {
    addPersonAction: OWNERS,
    changeRoleAction: OWNERS,
    closeAccountAction: OWNERS,
    inviteAction: OWNERS,
    requireCodesAction: OWNERS,
    resetPasswordAction: OWNERS,
    revokeInvitationAction: OWNERS,
    signOutPersonAction: OWNERS,
    takeCodesAwayAction: OWNERS,
  },
  "app/policy/actions.ts": { addNetworkAction: OPERATORS, tryPolicyAction: DESK },
  "app/queue/chosen/actions.ts": {
    answerManyAction: WORK,
    closeManyAction: WORK,
    putOffManyAction: WORK,
  },
  "app/queue/quarantine-actions.ts": { settleQuarantinedAction: OPERATORS },
  "app/queue/together/[bulkId]/actions.ts": { undoManyAction: WORK },
  "app/queue/view-actions.ts": { changeViewAction: ALL, saveViewAction: ALL },
  "app/relays/actions.ts": { addRelayAction: OPERATORS },
  "app/relays/[relayId]/actions.ts": {
    removeAction: OPERATORS,
    restoreAction: OPERATORS,
    strikeAction: OPERATORS,
  },
  "app/reports/transparency/actions.ts": { saveRuleAction: OWNERS },
  "app/rules/actions.ts": {
    removeRuleAction: OWNERS,
    saveRuleAction: OWNERS,
    stopRulesAction: OWNERS,
    tryRuleAction: OWNERS,
    turnRuleAction: OWNERS,
  },
  "app/security/actions.ts": {
    beginCodesAction: ALL,
    changePasswordAction: ALL,
    confirmCodesAction: ALL,
    endOtherSessionsAction: ALL,
    endSessionAction: ALL,
    renewRecoveryCodesAction: ALL,
    switchCodesOffAction: ALL,
  },
  "app/security/passkey-actions.ts": {
    addPasskeyAction: ALL,
    offerPasskeyAction: ALL,
    removePasskeyAction: ALL,
  },
  "app/settings/alerts/actions.ts": {
    removeChannelAction: OWNERS,
    saveChannelAction: OWNERS,
    testChannelAction: OWNERS,
  },
  "app/settings/actions.ts": {
    createTokenAction: OWNERS,
    revokeTokenAction: OWNERS,
    saveProfileAction: OWNERS,
  },
  "app/settings/relay-source-actions.ts": {
    answerFamilyAction: OPERATORS,
    readSourceAction: OPERATORS,
    removeSourceAction: OPERATORS,
    saveSourceAction: OPERATORS,
  },
  "app/settings/retention/actions.ts": { saveRetentionAction: OWNERS },
  "app/settings/senders/actions.ts": { saveSenderTrustAction: OWNERS },
  "app/settings/public-pages/actions.ts": {
    saveNoticeAction: OWNERS,
    saveNoticeSettingsAction: OWNERS,
  },
  "app/sign-in/actions.ts": {
    finishSignInAction: "anybody",
    signInAction: "anybody",
    signOutAction: ALL,
  },
  "app/sign-in/passkey-actions.ts": {
    askPasskeyAction: "anybody",
    passkeySignInAction: "anybody",
  },
  "app/start/actions.ts": { loadSampleAction: OPERATORS },
  "app/templates/actions.ts": {
    editTemplateAction: OPERATORS,
    importLibraryAction: OPERATORS,
    lookAtLibraryAction: OPERATORS,
    removeTemplateAction: OPERATORS,
    restoreTemplateAction: OPERATORS,
  },
  "app/welcome/actions.ts": { createOwnerAction: "anybody" },
};

export const ACTIONS: Record<string, Who> = Object.fromEntries(
  Object.entries(BY_FILE).flatMap(([file, actions]) =>
    Object.entries(actions).map(([name, who]) => [`${file}#${name}`, who]),
  ),
);

/** What else opens to somebody whose role needs one-time codes and who has none yet. */
export const BEFORE_CODES = {
  routes: ["/security/codes"],
  actions: [
    "app/security/actions.ts#beginCodesAction",
    "app/security/actions.ts#confirmCodesAction",
    "app/sign-in/actions.ts#signOutAction",
  ],
};
