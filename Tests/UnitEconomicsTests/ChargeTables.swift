// Published price tables, and the bills that their publishers work out on them.
//
// None of the 81 cases that were gathered is left out. Seven are restated, because the format has other
// words for them: percentage charges with events of unlike worth (cc-036, cc-043, cc-045) are a charge an
// event, the free amount spread over them in order, and cc-041 has events of their mean worth; a prorated
// minimum (cc-049) is stated as prorated; minimums of a plan (cc-049, cc-051, cc-053) give the whole bill
// where the case gives what is added to reach them.

/// Source: getlago/lago-api@1b1c24a6, spec/services/charge_models and spec/services/commitments.
let lagoCases: [ChargeCase] = {
  let threeTiers = graduatedTiers([
    TierRow(10, 10, flat: 2), TierRow(20, 5, flat: 3), TierRow(nil, 5, flat: 3),
  ])
  let bulk = volumeTiers([TierRow(100, 2, flat: 10), TierRow(200, 1), TierRow(nil, 0.5, flat: 50)])
  let shares = shareTiers([(10, 0.01, 200), (20, 0.02, 300), (nil, 0.03, 400)])
  return [
    ChargeCase("cc-001 standard_service_spec.rb:37", 10, "51.2345", standardPrice(5.12345)),
    ChargeCase("cc-003 graduated_service_spec.rb:53", 0, "2", threeTiers),
    ChargeCase("cc-005 graduated_service_spec.rb:121", 10, "102", threeTiers),
    ChargeCase("cc-007 graduated_service_spec.rb:178", 12, "115", threeTiers),
    ChargeCase("cc-009 graduated_service_spec.rb:335", 21, "163", threeTiers),
    ChargeCase(
      "cc-011 graduated_service_spec.rb:267", 0.05, "0.5",
      graduatedTiers([TierRow(0.1, 10), TierRow(1, 5), TierRow(nil, 2)])),
    ChargeCase("cc-013 volume_service_spec.rb:38", 0, "10", bulk),
    ChargeCase("cc-015 volume_service_spec.rb:97", 100, "210", bulk),
    ChargeCase("cc-017 volume_service_spec.rb:129", 101, "101", bulk),
    ChargeCase("cc-019 volume_service_spec.rb:161", 300, "200", bulk),
    ChargeCase(
      "cc-021 volume_service_spec.rb:64", 0, "0",
      volumeTiers([TierRow(1, 0), TierRow(100, 2, flat: 10), TierRow(nil, 0.5, flat: 50)])),
    ChargeCase("cc-022 package_service_spec.rb:34", 121, "1300", packages(10, 100)),
    ChargeCase("cc-024 package_service_spec.rb:66", 121, "0", with(packages(10, 100), free: 200)),
    ChargeCase("cc-025 graduated_percentage_service_spec.rb:55", 0, "200", shares),
    ChargeCase("cc-027 graduated_percentage_service_spec.rb:127", 10, "200.1", shares),
    ChargeCase("cc-029 graduated_percentage_service_spec.rb:188", 12, "500.14", shares),
    ChargeCase(
      "cc-031 graduated_percentage_service_spec.rb:89", 0, "0",
      shareTiers([(0.01, 0, 0), (10, 0.01, 200), (nil, 0.02, 300)])),
    ChargeCase(
      "cc-032 percentage_service_spec.rb:55", 4, "0",
      percentage(0.013, ofValue: 0, fee: 2, freeEvents: 3, freeAmount: 250)),
    ChargeCase("cc-034 percentage_service_spec.rb:106", 4, "0.116", percentage(0.029, ofValue: 1)),
    ChargeCase(
      "cc-036 percentage_service_spec.rb:149", 1, "11.15",
      charges: [(50, 50), (100, 100), (250, 100), (400, 0)].map { value, free in
        percentage(0.013, ofValue: value, fee: 2, freeAmount: free)
      }),
    ChargeCase(
      "cc-038 percentage_service_spec.rb:197", 4, "18.4", percentage(0.013, ofValue: 200, fee: 2)),
    ChargeCase(
      "cc-040 percentage_service_spec.rb:247", 4, "0",
      percentage(0.013, ofValue: 100, fee: 2, freeEvents: 5)),
    ChargeCase(
      "cc-041 percentage_service_spec.rb:286", 3, "301.691",
      percentage(0.0299, ofValue: 10_090 / 3, fee: 0, freeAmount: 0)),
    ChargeCase(
      "cc-043 percentage_service_spec.rb:300", 1, "18.691",
      charges: [10, 80, 10_000].map {
        percentage(0.0299, ofValue: $0, fee: 2, freeAmount: 0, between: 1.75...12)
      }),
    ChargeCase(
      "cc-045 percentage_service_spec.rb:318", 1, "13.794",
      charges: [(10, 10), (80, 20), (10_000, 0)].map { value, free in
        percentage(0.0299, ofValue: value, fee: 0, freeAmount: free, between: 1.75...12)
      }),
    ChargeCase(
      "cc-047 create_true_up_service_spec.rb:72", 1, "10.00", with(standardPrice(7), minimum: 10)),
    // 15 of 31 days of 1000 are owed; the true-up beside usage of 200 is 283.87….
    ChargeCase(
      "cc-049 create_true_up_service_spec.rb:154", 1, "483.8709677419355",
      with(standardPrice(200), minimum: 1000.0 * 15 / 31)),
    ChargeCase(
      "cc-051 calculate_true_up_fee_service_spec.rb:118", 1, "650", fee: 200, minimum: 200,
      charges: [standardPrice(300), standardPrice(150)]),
    // A true-up of 8850 beside 1150.
    ChargeCase(
      "cc-053 calculate_true_up_fee_service_spec.rb:163", 1, "10000", fee: 200, minimum: 10_000,
      charges: [standardPrice(500), standardPrice(450)]),
  ]
}()

/// Source: openmeterio/openmeter@7e57a394, openmeter/billing/rating/service/rate.
let openMeterCases: [ChargeCase] = {
  let bulk = volumeTiers([
    TierRow(5, 0, flat: 100), TierRow(10, 0, flat: 150), TierRow(15, 10), TierRow(nil, 5),
  ])
  let slabs = graduatedTiers([
    TierRow(5, 0, flat: 100), TierRow(10, 0, flat: 50), TierRow(15, 10), TierRow(nil, 5),
  ])
  return [
    ChargeCase("cc-059 tieredvolume_test.go:108", 3, "100", bulk),
    ChargeCase("cc-061 tieredvolume_test.go:160", 14, "140", bulk),
    ChargeCase("cc-063 tieredvolume_test.go:212", 16, "80", bulk),
    ChargeCase("cc-065 tieredvolume_test.go:88", 0, "0", volumeTiers([TierRow(nil, 5)])),
    ChargeCase("cc-066 tieredvolume_test.go:266", 0, "150", with(bulk, minimum: 150)),
    ChargeCase("cc-068 tieredvolume_test.go:337", 5, "150", with(bulk, minimum: 150)),
    ChargeCase("cc-070 tieredvolume_test.go:409", 5, "100", with(bulk, maximum: 100)),
    ChargeCase("cc-072 tieredgraduated_test.go:408", 0, "100", slabs),
    ChargeCase("cc-074 tieredgraduated_test.go:416", 5, "100", slabs),
    ChargeCase("cc-076 tieredgraduated_test.go:424", 7, "150", slabs),
    ChargeCase("cc-078 tieredgraduated_test.go:434", 22, "235", slabs),
    ChargeCase("cc-082 package_test.go:20", 0, "0", packages(10, 15)),
    ChargeCase("cc-084 package_test.go:169", 5, "15", packages(10, 15)),
    ChargeCase("cc-085 package_test.go:35", 0, "100", with(packages(10, 15), minimum: 100)),
    ChargeCase("cc-087 package_test.go:224", 10, "15", with(packages(10, 15), maximum: 100)),
    ChargeCase("cc-090 package_test.go:303", 1, "1", packages(10, 1)),
    ChargeCase("cc-092 package_test.go:305", 10, "1", packages(10, 1)),
    ChargeCase("cc-094 unit_test.go:19", 0, "0", standardPrice(10)),
    ChargeCase("cc-102 unitconfig_rating_test.go:28", 1400, "20", inThousands(standardPrice(10))),
    ChargeCase(
      "cc-103 unitconfig_rating_test.go:117", 7400, "6.5",
      inThousands(graduatedTiers([TierRow(5, 1), TierRow(nil, 0.5)]))),
    ChargeCase(
      "cc-104 unitconfig_rating_test.go:166", 1400, "15",
      inThousands(with(standardPrice(10), free: 0.5))),
  ]
}()

/// Source: killbill/killbill@cb60779c, TestContiguousIntervalConsumableInArrear.java.
let killBillCases: [ChargeCase] = {
  let top = openEnded(
    volumeTiers([
      TierRow(1000, 1, size: 100), TierRow(101_000, 1, size: 1000),
      TierRow(201_000, 0.5, size: 1000),
    ]))
  return [
    ChargeCase(
      "cc-107 :152", 111, "115.5",
      openEnded(
        graduatedTiers([
          TierRow(10, 1.5, size: 1), TierRow(110, 1, size: 1), TierRow(1110, 0.5, size: 1),
        ]))),
    ChargeCase(
      "cc-109 :207", 5325, "15",
      graduatedTiers([TierRow(1000, 1, size: 100), TierRow(nil, 1, size: 1000)])),
    ChargeCase("cc-110 :259", 1000, "10", top),
    ChargeCase("cc-112 :269", 101_001, "51.0", top),
    ChargeCase(
      "cc-114 :279", 2000, "20",
      volumeTiers([TierRow(1000, 10, size: 100), TierRow(nil, 1, size: 100)])),
  ]
}()

/// Source: the manuals of Stripe, Orb, Autumn, Zuora, Stigg, Flexprice, Chargebee, Pinecone, Scrapfly.
let manualCases: [ChargeCase] = {
  let three = [TierRow(5, 7), TierRow(10, 6.5), TierRow(nil, 6)]
  let five = volumeTiers([
    TierRow(5, 5), TierRow(10, 4), TierRow(15, 3), TierRow(20, 2), TierRow(nil, 1),
  ])
  return [
    ChargeCase("cc-118 Stripe, volume table", 5, "35", volumeTiers(three)),
    ChargeCase("cc-120 Stripe, volume table", 20, "120", volumeTiers(three)),
    ChargeCase("cc-122 Stripe, graduated text", 5, "35", graduatedTiers(three)),
    ChargeCase("cc-123 Stripe, per_unit table", 1, "5", standardPrice(5)),
    ChargeCase("cc-125 Stripe, per_unit table", 6, "30", standardPrice(5)),
    ChargeCase("cc-127 Stripe, per_unit table", 25, "125", standardPrice(5)),
    ChargeCase("cc-128 Stripe, tiers_mode=volume", 1, "5", five),
    ChargeCase("cc-130 Stripe, tiers_mode=volume", 6, "24", five),
    ChargeCase("cc-132 Stripe, tiers_mode=volume", 25, "25", five),
    ChargeCase("cc-135 Stripe, quantity transformation", 3, "10", packages(5, 10)),
    ChargeCase("cc-137 Stripe, quantity transformation", 6, "20", packages(5, 10)),
    ChargeCase("cc-139 Stripe, transform quantities", 150, "30", packages(60, 10)),
    ChargeCase(
      "cc-141 Orb, price configuration, bulk", 101, "40.40",
      openEnded(volumeTiers([TierRow(10, 0.5), TierRow(1000, 0.4)]))),
    ChargeCase("cc-143 Orb, price configuration, package", 11, "1.60", packages(10, 0.8)),
    ChargeCase(
      "cc-144 Autumn, graduated pricing", 15_000, "107",
      graduatedTiers([TierRow(1000, 0.01), TierRow(10_000, 0.008), TierRow(nil, 0.005)])),
    ChargeCase(
      "cc-149 Zuora, tiered with overage", 130, "60.0",
      openEnded(graduatedTiers([TierRow(100, 0), TierRow(200, 2)]))),
    ChargeCase(
      "cc-150 Zuora, min/max rules, CA", 8, "100",
      with(standardPrice(10), minimum: 100, maximum: 200)),
    ChargeCase(
      "cc-152 Zuora, min/max rules, NY", 10, "120",
      with(standardPrice(12), minimum: 120, maximum: 240)),
    ChargeCase("cc-153 Stigg, overages", 1300, "3.00", with(standardPrice(0.01), free: 1000)),
    ChargeCase("cc-154 Stigg, overages", 800, "6.00", with(packages(100, 2), free: 500)),
    ChargeCase("cc-155 Flexprice, flat fee", 1000, "50", standardPrice(0.05)),
    ChargeCase("cc-157 Chargebee, package pricing", 10, "1.25", packages(1_000_000, 1.25)),
    ChargeCase("cc-159 Chargebee, package pricing", 1_500_000, "2.50", packages(1_000_000, 1.25)),
    ChargeCase("cc-160 Pinecone, minimum usage", 1, "50", with(standardPrice(20), minimum: 50)),
    ChargeCase("cc-165 Scrapfly, session credits", 30, "1", packages(30, 1)),
    ChargeCase("cc-167 Scrapfly, session credits", 60, "2", packages(30, 1)),
  ]
}()
