
      export interface PossibleTypesResultData {
        possibleTypes: {
          [key: string]: string[]
        }
      }
      const result: PossibleTypesResultData = {
  "possibleTypes": {
    "AcceptInvitationResult": [
      "LinkNotValid",
      "MembershipNotAsked",
      "SignedIn"
    ],
    "AddCrisisAreaResult": [
      "CrisisAreaAdded",
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "AnswerByPosterResult": [
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidFirstName",
      "InvalidTime",
      "PosterAnswered",
      "PosterNotValid",
      "TextTooLong"
    ],
    "AnswerCallUpByLinkResult": [
      "CallUpAnswered",
      "CallUpFilled",
      "CallUpOver",
      "IdempotencyKeyReused",
      "LinkNotValid"
    ],
    "AnswerCallUpResult": [
      "CallUpAnswered",
      "CallUpFilled",
      "CallUpNotFound",
      "CallUpOver",
      "IdempotencyKeyReused"
    ],
    "AnswerUpdateRequestResult": [
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidTime",
      "LinkNotValid",
      "TextTooLong",
      "UpdateRequestAnswered"
    ],
    "AskInterpretationResult": [
      "IdempotencyKeyReused",
      "InterpretationAsked"
    ],
    "AskQuestionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidQuestion",
      "QuestionAsked"
    ],
    "CallEndResult": [
      "CallEnded",
      "CallNotYours",
      "IdempotencyKeyReused",
      "InvalidCallResult"
    ],
    "CallUpRosterResult": [
      "IdempotencyKeyReused",
      "InvalidCallUp",
      "LineNotFound",
      "RosterCalledUp"
    ],
    "CampaignStepResult": [
      "CampaignNotFound",
      "CampaignStepDone",
      "CampaignStepRefused",
      "IdempotencyKeyReused",
      "InvalidCampaign"
    ],
    "ChangeCampaignResult": [
      "CampaignChanged",
      "CampaignNotFound",
      "CampaignStepRefused",
      "IdempotencyKeyReused",
      "InvalidCampaign"
    ],
    "ChangeCrisisPhaseResult": [
      "CrisisNotFound",
      "CrisisPhaseChanged",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "ClaimCallResult": [
      "CallClaimed",
      "CallTaken",
      "IdempotencyKeyReused",
      "OrganizationToReachNotFound"
    ],
    "ClaimMembershipResult": [
      "IdempotencyKeyReused",
      "MembershipClaimed",
      "MembershipNotAsked"
    ],
    "ClaimNextRoundEntryResult": [
      "IdempotencyKeyReused",
      "NotToCall",
      "PersonNotFound",
      "RoundEntryClaimed"
    ],
    "CloseRoundResult": [
      "IdempotencyKeyReused",
      "NotToCall",
      "PersonNotFound",
      "RoundChanged"
    ],
    "CompleteFollowUpResult": [
      "FollowUpChanged",
      "IdempotencyKeyReused",
      "InvalidTime",
      "NotToCall",
      "PersonNotFound",
      "TextTooLong",
      "UnknownCode"
    ],
    "ConfirmMembershipClaimResult": [
      "LinkNotValid",
      "MembershipClaimConfirmed"
    ],
    "ConfirmServiceStatusResult": [
      "GoodUntilPassed",
      "IdempotencyKeyReused",
      "NotYourService",
      "ServiceNotFound",
      "ServiceStatusConfirmed"
    ],
    "ContradictServiceStatusResult": [
      "IdempotencyKeyReused",
      "ServiceNotFound",
      "ServiceStatusContradicted"
    ],
    "DeclareLocalEmergencyResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep",
      "LocalEmergencyDeclared"
    ],
    "DeclineUpdateRequestResult": [
      "IdempotencyKeyReused",
      "LinkNotValid",
      "UpdateRequestDeclined"
    ],
    "EmergencyResult": [
      "EmergencyChanged",
      "IdempotencyKeyReused",
      "InvalidPerson",
      "NotToCall",
      "PersonNotFound",
      "UnknownCode"
    ],
    "EndCallUpResult": [
      "CallUpEnded",
      "CallUpNotFound",
      "CallUpOver",
      "IdempotencyKeyReused"
    ],
    "EndDisplayResult": [
      "DisplayEnded",
      "DisplayNotFound",
      "IdempotencyKeyReused"
    ],
    "EndLocalEmergencyResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep",
      "LocalEmergencyEnded"
    ],
    "EndMembershipResult": [
      "IdempotencyKeyReused",
      "MembershipEnded",
      "MembershipNotFound"
    ],
    "EndOutreachRuleResult": [
      "IdempotencyKeyReused",
      "OutreachRuleEnded",
      "OutreachRuleNotFound"
    ],
    "EndRosterEntryResult": [
      "IdempotencyKeyReused",
      "RosterEntryEnded",
      "RosterEntryNotFound"
    ],
    "EnterAsDisplayResult": [
      "DisplayCodeNotValid",
      "DisplayEntered"
    ],
    "ExplainSurgeResult": [
      "IdempotencyKeyReused",
      "SurgeExplained",
      "SurgeNotFound",
      "TextTooLong"
    ],
    "FollowRoutingProblemResult": [
      "IdempotencyKeyReused",
      "InvalidRoutingProblem",
      "RoutingProblemFollowed",
      "RoutingProblemNotFound"
    ],
    "FollowUpResult": [
      "FollowUpChanged",
      "IdempotencyKeyReused",
      "NotToCall",
      "PersonNotFound"
    ],
    "GapResult": [
      "GapChanged",
      "GapNotFound",
      "IdempotencyKeyReused",
      "InvalidStep",
      "NotYours"
    ],
    "ImportRoundEntriesResult": [
      "IdempotencyKeyReused",
      "InvalidPerson",
      "NotToCall",
      "PersonNotFound",
      "RoundEntriesImported"
    ],
    "InviteMemberResult": [
      "IdempotencyKeyReused",
      "MemberInvited",
      "MembershipNotAsked"
    ],
    "KeepContactDraftResult": [
      "ContactDraftKept",
      "TextTooLong"
    ],
    "LeaveOrganizationResult": [
      "IdempotencyKeyReused",
      "MembershipNotFound",
      "OrganizationLeft"
    ],
    "LinkDisplayResult": [
      "DisplayCodeNotValid",
      "DisplayLinked",
      "DisplayNotLinked",
      "IdempotencyKeyReused"
    ],
    "MakePosterResult": [
      "IdempotencyKeyReused",
      "PosterMade",
      "PosterNotMade"
    ],
    "OpenCrisisResult": [
      "CrisisOpened",
      "IdempotencyKeyReused"
    ],
    "OpenRoundResult": [
      "IdempotencyKeyReused",
      "InvalidPerson",
      "RoundChanged",
      "UnknownCode"
    ],
    "OpenUpdateRequestResult": [
      "LinkNotValid",
      "UpdateRequestOpened"
    ],
    "OutgoingChoiceResult": [
      "IdempotencyKeyReused",
      "OutgoingChosen"
    ],
    "PlanCampaignResult": [
      "CampaignPlanned",
      "IdempotencyKeyReused",
      "InvalidCampaign"
    ],
    "PosterStepResult": [
      "IdempotencyKeyReused",
      "PosterNotFound",
      "PosterStepDone"
    ],
    "PrintPosterResult": [
      "PosterNotFound",
      "PosterPrinted"
    ],
    "PromiseFollowUpResult": [
      "FollowUpChanged",
      "IdempotencyKeyReused",
      "InvalidPerson",
      "UnknownCode"
    ],
    "RaiseEmergencyResult": [
      "EmergencyChanged",
      "IdempotencyKeyReused",
      "InvalidPerson"
    ],
    "RecordContactResult": [
      "ContactRecorded",
      "IdempotencyKeyReused",
      "InvalidTime",
      "TextTooLong",
      "UnknownCode"
    ],
    "RecordInterpretationResult": [
      "IdempotencyKeyReused",
      "InterpretationNotFound",
      "InterpretationRecorded"
    ],
    "RecordRoundResultResult": [
      "IdempotencyKeyReused",
      "InvalidTime",
      "NotToCall",
      "PersonNotFound",
      "RoundResultRecorded",
      "TextTooLong",
      "UnknownCode"
    ],
    "Refusal": [
      "CallNotYours",
      "CallTaken",
      "CallUpFilled",
      "CallUpNotFound",
      "CallUpOver",
      "CampaignNotFound",
      "CampaignStepRefused",
      "ContradictionNotFound",
      "CrisisNotFound",
      "DemoNotOffered",
      "DisplayCodeNotValid",
      "DisplayNotFound",
      "DisplayNotLinked",
      "GapNotFound",
      "GoodUntilPassed",
      "GuidanceNotFound",
      "IdempotencyKeyReused",
      "InterpretationNotFound",
      "InvalidCallResult",
      "InvalidCallUp",
      "InvalidCampaign",
      "InvalidCapacity",
      "InvalidFirstName",
      "InvalidGuidance",
      "InvalidLine",
      "InvalidPerson",
      "InvalidQuestion",
      "InvalidRosterEntry",
      "InvalidRoutingProblem",
      "InvalidStep",
      "InvalidTime",
      "InvitationNotFound",
      "LineNotFound",
      "LinkNotValid",
      "MembershipClaimNotFound",
      "MembershipNotAsked",
      "MembershipNotFound",
      "NotADemonstration",
      "NotToCall",
      "NotYourService",
      "NotYours",
      "OrganizationToReachNotFound",
      "OutreachRuleNotFound",
      "PersonNotFound",
      "PosterNotFound",
      "PosterNotMade",
      "PosterNotValid",
      "ProposedChangeNotFound",
      "PushNotPossible",
      "QuestionNotFound",
      "RosterEntryNotFound",
      "RoutingProblemNotFound",
      "ServiceNotFound",
      "SurgeNotFound",
      "TextTooLong",
      "UnknownCode"
    ],
    "ReloadDemonstrationResult": [
      "DemonstrationReloading",
      "NotADemonstration"
    ],
    "ReportRoutingProblemResult": [
      "IdempotencyKeyReused",
      "InvalidRoutingProblem",
      "LineNotFound",
      "RoutingProblemReported"
    ],
    "ReportServiceStatusResult": [
      "IdempotencyKeyReused",
      "InvalidCapacity",
      "InvalidTime",
      "NotYourService",
      "ServiceNotFound",
      "ServiceStatusReported",
      "TextTooLong"
    ],
    "RevokeInvitationResult": [
      "IdempotencyKeyReused",
      "InvitationNotFound",
      "InvitationRevoked"
    ],
    "RosterEntryResult": [
      "IdempotencyKeyReused",
      "InvalidRosterEntry",
      "RosterEntrySet"
    ],
    "SetAreaLeadResult": [
      "AreaLeadSet",
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "SetCommitmentLimitResult": [
      "CommitmentLimitSet",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "SetCrisisMattersResult": [
      "CrisisMattersSet",
      "CrisisNotFound",
      "IdempotencyKeyReused"
    ],
    "SetFreshnessResult": [
      "CrisisNotFound",
      "FreshnessSet",
      "IdempotencyKeyReused",
      "InvalidStep"
    ],
    "SetInstructionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InstructionSet",
      "InvalidStep"
    ],
    "SetLineResult": [
      "IdempotencyKeyReused",
      "InvalidLine",
      "LineNotFound",
      "LineSet"
    ],
    "SetMissionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "MissionSet"
    ],
    "SetN11GuidanceResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InvalidGuidance",
      "N11GuidanceSet"
    ],
    "SetOutreachRuleResult": [
      "IdempotencyKeyReused",
      "InvalidCampaign",
      "OutreachRuleNotFound",
      "OutreachRuleSet"
    ],
    "SettleContradictionResult": [
      "ContradictionNotFound",
      "ContradictionSettled",
      "IdempotencyKeyReused",
      "NotYours"
    ],
    "SettleMembershipClaimResult": [
      "IdempotencyKeyReused",
      "MembershipClaimNotFound",
      "MembershipClaimSettled"
    ],
    "SettleProposedChangeResult": [
      "IdempotencyKeyReused",
      "ProposedChangeNotFound",
      "ProposedChangeSettled"
    ],
    "SettleQuestionResult": [
      "IdempotencyKeyReused",
      "InvalidQuestion",
      "QuestionNotFound",
      "QuestionSettled"
    ],
    "SignInResult": [
      "DemoNotOffered",
      "LinkNotValid",
      "SignedIn"
    ],
    "SubscribeToPushResult": [
      "IdempotencyKeyReused",
      "PushNotPossible",
      "SubscribedToPush"
    ],
    "TellLineResult": [
      "IdempotencyKeyReused",
      "InvalidLine",
      "LineNotFound",
      "LineTold"
    ],
    "WithdrawInstructionResult": [
      "CrisisNotFound",
      "IdempotencyKeyReused",
      "InstructionWithdrawn",
      "InvalidStep"
    ],
    "WithdrawN11GuidanceResult": [
      "GuidanceNotFound",
      "IdempotencyKeyReused",
      "N11GuidanceWithdrawn"
    ]
  }
};
      export default result;
    