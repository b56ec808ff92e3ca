internal import CityModel
internal import DistrictRules
public import Register

/// What became of one job's run in one district.
public struct RecordedJob: Sendable, Hashable {
  public var job: String
  public var district: String
  /// Whether it was recorded now; a job runs once for a district and a period.
  public var isNew: Bool
  public var proposals: Int
}

extension Office {
  /// Records a run: each job of each district with its proposals in one transaction.
  ///
  /// - Throws: ``OfficeError``; what was recorded before the failure stays, and the next try records the rest.
  public func record(_ run: PeriodRun, by attribution: Attribution) throws(OfficeError) -> [RecordedJob] {
    var outcomes: [RecordedJob] = []
    do {
      for district in run.districts {
        for job in district.jobs {
          let proposals = district.proposals.filter { $0.proposal.rule == job }
          let stored = proposals.map(\.stored)
          var digest = SHA256()
          for proposal in stored { digest.update(Array("\(proposal.kind) \(proposal.enterprise) \(proposal.reasons)\n".utf8)) }
          let recorded = try register.recordRun(
            JobRun(
              job: job, district: district.county.code, period: run.period.name, position: district.ledgerPosition,
              rules: district.rulesRevision, parameters: run.parametersRevision, engine: Office.engineVersion, outcome: "done",
              output: digest.hexadecimal),
            proposals: stored, by: attribution)
          if case .recorded = recorded {
            outcomes.append(.init(job: job, district: district.county.code, isNew: true, proposals: stored.count))
          } else {
            outcomes.append(.init(job: job, district: district.county.code, isNew: false, proposals: 0))
          }
        }
      }
      return outcomes
    } catch {
      throw OfficeError(error)
    }
  }

  /// The version that computed a result; it stands beside every one.
  public static let engineVersion = "0.1.0"
}

extension ProposalFacts {
  /// As the register keeps it.
  var stored: StoredProposal {
    let evidence: [String: JSONValue] =
      proposal.evidence.map { [$0.table: .number(Int64($0.rows.count))] } ?? [:]
    return StoredProposal(
      kind: proposal.kind.rawValue, enterprise: uscc, county: county.code,
      reasons: .array(
        reasons.map {
          .object([
            "code": .text($0.code), "zh": .text($0.sentence.zh), "en": .text($0.sentence.en), "basis": .text($0.basis),
            "evidence": .number(Int64($0.evidence)),
          ])
        }), evidence: .object(evidence))
  }
}
