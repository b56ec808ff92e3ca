/// Written by `XIZE_WRITE_GOLDEN=1 swift test --filter MonthlyReportTests`.
let goldenPage = #"""
<body>
<main>
<header class="masthead">
<p class="scope"><span>长治市</span><span class="stamp">征求意见稿</span></p>
<h1>物业服务监管月报</h1>
<p class="period"><b>2026 年 9 月</b><span>数据截至 2026 年 9 月 30 日 24:00</span></p>
</header>
<section class="summary" aria-label="提要">
<p class="abstract">本月提出红榜建议 1 家、黑榜建议 1 家、约谈建议 1 项。三天基本办结率 94.7%（3,894/4,114 件），最低的是潞州区，94.5%（2,992/3,166 件）。A 级 42 家（2025 年度为 38 家），D 级 9 家（2025 年度为 12 家）。</p>
<p class="notice">所依据的《意见》尚为征求意见稿。本报告供预演和核对，不得作为公布、约谈或处罚的依据。</p>
<div class="figures">
<div class="figure">
<p class="name">三天基本办结率<sup><a href="#note1">1</a></sup></p>
<p class="value"><b>94.1%</b></p>
<svg class="chart" viewBox="0 0 96 24" role="img" aria-labelledby="course1-title course1-desc">
<title id="course1-title">三天基本办结率：近 9 个月</title>
<desc id="course1-desc">871, 884, 890, 902, 899, 911, 915, 919, 941</desc>
<polyline points="3,20 14.2,17.1 25.5,15.7 36.7,13 48,13.6 59.2,10.9 70.5,10 81.7,9.1 93,4" stroke="#b9cdd6" stroke-width="1.6" class="course"></polyline>
<circle cx="93" cy="4" r="2.6" fill="#1f5f7a"></circle>
</svg>
<p class="remark">7,829/8,319 件 · 上月 92.0%</p>
</div>
</div>
</section>
<section id="red" class="part">
<h2>一、红榜建议<sup><a href="#note2">2</a></sup></h2>
<p class="lead">1 家企业符合红榜条件。建议不是决定，由县（区）具名负责人凭文号决定后公布。</p>
<table class="cards proposals" aria-label="红榜建议">
<thead>
<tr>
<th scope="col" class="index">序</th>
<th scope="col" class="enterprise">企业</th>
<th scope="col" class="county">县（区）</th>
<th scope="col" class="number score">得分 / 等级</th>
<th scope="col">理由与证据</th>
</tr>
</thead>
<tbody>
<tr>
<td class="index">1</td>
<th scope="row" class="enterprise"><span class="enterprise-name"><b>长治市示例安居物业服务有限公司</b><small class="code">91140403YYYY00020N</small></span></th>
<td class="county" data-label="县（区）">潞州区</td>
<td class="number score" data-label="得分 / 等级"><span>97.25</span><span class="grade a">A</span></td>
<td class="reasons" data-label="理由与证据">
<ul>
<li><span>上次公布等级为 A，十二个月内无一票否决和行政处罚<sup><a href="#note2">2</a></sup></span><span class="evidence">证据 38 条</span></li>
<li><span>近三个月无三天超期，回访满意率不低于 85%<sup><a href="#note1">1</a></sup></span><span class="evidence">证据 612 条</span></li>
<li><span>备案、公示事项齐全<sup><a href="#note3">3</a>、<a href="#note4">4</a></sup></span><span class="evidence">证据 14 条</span></li>
</ul>
</td>
</tr>
</tbody>
</table>
</section>
<section id="black" class="part black">
<h2>二、黑榜建议<sup><a href="#note2">2</a></sup></h2>
<p class="lead">1 家企业达到黑榜条件。列入前须告知企业事实、理由和依据，听取陈述申辩，再由县（区）具名负责人凭文号决定。</p>
<table class="cards proposals" aria-label="黑榜建议">
<thead>
<tr>
<th scope="col" class="index">序</th>
<th scope="col" class="enterprise">企业</th>
<th scope="col" class="county">县（区）</th>
<th scope="col" class="number score">得分 / 等级</th>
<th scope="col">理由与证据</th>
</tr>
</thead>
<tbody>
<tr>
<td class="index">1</td>
<th scope="row" class="enterprise"><span class="enterprise-name"><b>长治市示例宏远物业服务有限公司</b><small class="code">91140406YYYY00055L</small></span></th>
<td class="county" data-label="县（区）">潞城区</td>
<td class="number score" data-label="得分 / 等级"><span>54.50</span><span class="grade d">D</span></td>
<td class="reasons" data-label="理由与证据">
<ul>
<li><span>一年内 27 名投诉人反映的问题属实，超过 20 名；回访满意率 41.2%（21/51），不足 50%<sup><a href="#note5">5</a></sup></span><span class="evidence">证据 34 条</span></li>
<li><span>两次整改通知到期未整改，县（区）已书面认定拒不整改<sup><a href="#note2">2</a>、<a href="#note5">5</a></sup></span><span class="evidence">证据 5 条</span></li>
<li class="advice">同步建议业主大会：降低收费标准或者解聘</li>
</ul>
</td>
</tr>
</tbody>
</table>
</section>
<section id="interviews" class="part">
<h2>三、约谈建议<sup><a href="#note2">2</a></sup></h2>
<p class="lead">各县（区）细则提出 1 项约谈建议。</p>
<table class="cards proposals" aria-label="约谈建议">
<thead>
<tr>
<th scope="col" class="index">序</th>
<th scope="col" class="enterprise">企业</th>
<th scope="col" class="county">县（区）</th>
<th scope="col" class="number score">得分 / 等级</th>
<th scope="col">理由与证据</th>
</tr>
</thead>
<tbody>
<tr>
<td class="index">1</td>
<th scope="row" class="enterprise"><span class="enterprise-name"><b>武乡示例太行物业有限公司</b><small class="code">91310000YYYY00100B</small></span></th>
<td class="county" data-label="县（区）">武乡县<small>投诉人满十名约谈</small></td>
<td class="number score" data-label="得分 / 等级"><span>71.25</span><span class="grade c">C</span></td>
<td class="reasons" data-label="理由与证据">
<ul>
<li><span>一年内 12 名投诉人反映的问题属实<sup><a href="#note6">6</a>、<a href="#note1">1</a></sup></span><span class="evidence">证据 15 条</span></li>
<li class="advice">同步建议业主大会：听取企业整改报告</li>
</ul>
</td>
</tr>
</tbody>
</table>
</section>
<section id="grades" class="part">
<h2>四、信用等级分布<sup><a href="#note2">2</a></sup></h2>
<p class="lead">本月等级为暂定，按参数版本 2026.1 的分数线评定；公布的等级以年度评价为准。</p>
<div class="pair">
<figure>
<figcaption>等级构成</figcaption>
<svg class="chart" viewBox="0 0 460 158" role="img" aria-labelledby="grades-title grades-desc">
<title id="grades-title">信用等级分布</title>
<desc id="grades-desc">2026 年 9 月（暂定） (248): A 42; B 131; C 49; D 9; 未评 17. 2025 年度（已公布） (242): A 38; B 126; C 55; D 12; 未评 11</desc>
<g>
<text x="0" y="14" font-size="13" fill="#1d2327" text-anchor="start" font-weight="600">2026 年 9 月（暂定）</text>
<text x="460" y="14" font-size="12" fill="#646b70" text-anchor="end">248 家</text>
<rect x="0" y="22" width="75.9" height="26" fill="#174a61"></rect>
<text x="6" y="40" font-size="13" fill="#ffffff" text-anchor="start" font-weight="600">A</text>
<rect x="77.9" y="22" width="240.9" height="26" fill="#5a93ab"></rect>
<text x="83.9" y="40" font-size="13" fill="#ffffff" text-anchor="start" font-weight="600">B</text>
<rect x="320.8" y="22" width="88.9" height="26" fill="#e3bb6b"></rect>
<text x="326.8" y="40" font-size="13" fill="#1d2327" text-anchor="start" font-weight="600">C</text>
<rect x="411.7" y="22" width="14.7" height="26" fill="#a3261c"></rect>
<rect x="428.4" y="22" width="29.6" height="26" fill="#d8d6d0"></rect>
<text x="0" y="63" font-size="12" fill="#646b70" text-anchor="start">42</text>
<text x="77.9" y="63" font-size="12" fill="#646b70" text-anchor="start">131</text>
<text x="320.8" y="63" font-size="12" fill="#646b70" text-anchor="start">49</text>
<text x="391" y="63" font-size="12" fill="#646b70" text-anchor="start">D 9</text>
<text x="418" y="63" font-size="12" fill="#646b70" text-anchor="start">未评 17</text>
</g>
<g>
<text x="0" y="100" font-size="13" fill="#1d2327" text-anchor="start" font-weight="600">2025 年度（已公布）</text>
<text x="460" y="100" font-size="12" fill="#646b70" text-anchor="end">242 家</text>
<rect x="0" y="108" width="70.2" height="26" fill="#174a61"></rect>
<text x="6" y="126" font-size="13" fill="#ffffff" text-anchor="start" font-weight="600">A</text>
<rect x="72.2" y="108" width="237.5" height="26" fill="#5a93ab"></rect>
<text x="78.2" y="126" font-size="13" fill="#ffffff" text-anchor="start" font-weight="600">B</text>
<rect x="311.7" y="108" width="102.5" height="26" fill="#e3bb6b"></rect>
<text x="317.7" y="126" font-size="13" fill="#1d2327" text-anchor="start" font-weight="600">C</text>
<rect x="416.2" y="108" width="20.8" height="26" fill="#a3261c"></rect>
<text x="422.2" y="126" font-size="13" fill="#ffffff" text-anchor="start" font-weight="600">D</text>
<rect x="439" y="108" width="19" height="26" fill="#d8d6d0"></rect>
<text x="0" y="149" font-size="12" fill="#646b70" text-anchor="start">38</text>
<text x="72.2" y="149" font-size="12" fill="#646b70" text-anchor="start">126</text>
<text x="311.7" y="149" font-size="12" fill="#646b70" text-anchor="start">55</text>
<text x="397" y="149" font-size="12" fill="#646b70" text-anchor="start">12</text>
<text x="418" y="149" font-size="12" fill="#646b70" text-anchor="start">未评 11</text>
</g>
</svg>
</figure>
<figure>
<figcaption>得分分布（84 家已评分企业）</figcaption>
<svg class="chart" viewBox="0 0 460 206" role="img" aria-labelledby="scores-title scores-desc">
<title id="scores-title">得分分布</title>
<desc id="scores-desc">85–90: 42; 90–95: 31; 95–100: 11</desc>
<rect x="1" y="42" width="151.3" height="140" fill="#5a93ab"></rect>
<text x="76.6" y="37" font-size="12" fill="#646b70" text-anchor="middle">42</text>
<text x="0" y="200" font-size="12" fill="#646b70" text-anchor="start">85</text>
<rect x="154.3" y="78.7" width="151.3" height="103.3" fill="#174a61"></rect>
<text x="229.9" y="73.7" font-size="12" fill="#646b70" text-anchor="middle">31</text>
<text x="153.3" y="200" font-size="12" fill="#646b70" text-anchor="middle">90</text>
<rect x="307.6" y="145.4" width="151.3" height="36.6" fill="#174a61"></rect>
<text x="383.2" y="140.4" font-size="12" fill="#646b70" text-anchor="middle">11</text>
<text x="306.6" y="200" font-size="12" fill="#646b70" text-anchor="middle">95</text>
<text x="460" y="200" font-size="12" fill="#646b70" text-anchor="end">100</text>
<line x1="0" y1="0" x2="0" y2="182" stroke="#646b70" stroke-width="1" stroke-dasharray="3 3"></line>
<text x="4" y="11" font-size="12" fill="#1d2327" text-anchor="start" font-weight="600">B</text>
<line x1="153.3" y1="0" x2="153.3" y2="182" stroke="#646b70" stroke-width="1" stroke-dasharray="3 3"></line>
<text x="157.3" y="11" font-size="12" fill="#1d2327" text-anchor="start" font-weight="600">A</text>
<line x1="0" y1="182" x2="460" y2="182" stroke="#646b70" stroke-width="1"></line>
</svg>
</figure>
</div>
</section>
<section id="responses" class="part">
<h2>五、“三三三”快速响应<sup><a href="#note1">1</a></sup></h2>
<p class="lead">自受理起计时：30 分钟责任到人，3 小时拿出初步结果，3 天基本办结；已办结的应当回访，虚假办结或不满意的重新办理。百分数旁为符合数/应计数；不足 30 件的以浅色显示，每列最低者加粗。</p>
<table class="cards rates" aria-label="“三三三”快速响应">
<thead>
<tr>
<th scope="col">县（区）</th>
<th scope="col" class="number">受理</th>
<th scope="col" class="number">30 分钟到人</th>
<th scope="col" class="number">3 小时初步结果</th>
<th scope="col" class="number">3 天基本办结</th>
<th scope="col" class="number">回访</th>
<th scope="col" class="number">重新办理</th>
</tr>
</thead>
<tbody>
<tr class="total">
<th scope="row">长治市</th>
<td class="number" data-label="受理">4,176</td>
<td class="number rate" data-label="30 分钟到人"><span class="pair-of-figures"><span class="percent">97.7%</span><small>4,019/4,114</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="97.6" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="3 小时初步结果"><span class="pair-of-figures"><span class="percent">94.5%</span><small>3,886/4,114</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="94.4" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="3 天基本办结"><span class="pair-of-figures"><span class="percent">94.7%</span><small>3,894/4,114</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="94.6" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="回访"><span class="pair-of-figures"><span class="percent">91.2%</span><small>3,491/3,828</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="91.1" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="重新办理"><span class="pair-of-figures"><span class="percent">6.6%</span><small>232/3,491</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="6.6" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
</tr>
<tr>
<th scope="row">潞州区</th>
<td class="number" data-label="受理">3,214</td>
<td class="number rate" data-label="30 分钟到人"><span class="pair-of-figures"><span class="percent">97.9%</span><small>3,098/3,166</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="97.8" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate lowest" data-label="3 小时初步结果"><span class="pair-of-figures"><span class="percent">94.3%</span><small>2,987/3,166</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="94.3" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate lowest" data-label="3 天基本办结"><span class="pair-of-figures"><span class="percent">94.5%</span><small>2,992/3,166</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="94.5" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate lowest" data-label="回访"><span class="pair-of-figures"><span class="percent">91.2%</span><small>2,690/2,951</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="91.1" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="重新办理"><span class="pair-of-figures"><span class="percent">7.0%</span><small>188/2,690</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="6.9" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
</tr>
<tr>
<th scope="row">上党区</th>
<td class="number" data-label="受理">962</td>
<td class="number rate lowest" data-label="30 分钟到人"><span class="pair-of-figures"><span class="percent">97.2%</span><small>921/948</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="97.1" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="3 小时初步结果"><span class="pair-of-figures"><span class="percent">94.8%</span><small>899/948</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="94.8" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="3 天基本办结"><span class="pair-of-figures"><span class="percent">95.1%</span><small>902/948</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="95.1" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="回访"><span class="pair-of-figures"><span class="percent">91.3%</span><small>801/877</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="91.3" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
<td class="number rate" data-label="重新办理"><span class="pair-of-figures"><span class="percent">5.5%</span><small>44/801</small></span>
<svg class="meter" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
<rect x="0" y="0" width="100" height="5" fill="#e2dfd8"></rect>
<rect x="0" y="0" width="5.4" height="5" fill="#1f5f7a"></rect>
</svg>
</td>
</tr>
</tbody>
</table>
<div class="pair">
<figure>
<figcaption>受理投诉（件）</figcaption>
<svg class="chart" viewBox="0 0 460 86" role="img" aria-labelledby="accepted-title accepted-desc">
<title id="accepted-title">各县（区）受理投诉</title>
<desc id="accepted-desc">本月: 潞州区 3214; 上党区 962. 上月: 潞州区 3050; 上党区 921.</desc>
<g>
<rect x="51" y="4" width="12" height="10" fill="#1f5f7a"></rect>
<text x="68" y="13" font-size="12" fill="#646b70" text-anchor="start">本月</text>
</g>
<g>
<rect x="109" y="4" width="12" height="10" fill="#b9cdd6"></rect>
<text x="126" y="13" font-size="12" fill="#646b70" text-anchor="start">上月</text>
</g>
<text x="39" y="43" font-size="13" fill="#1d2327" text-anchor="end">潞州区</text>
<rect x="51" y="30" width="368.5" height="11" fill="#1f5f7a"></rect>
<text x="425.5" y="41" font-size="13" fill="#646b70" text-anchor="start">3,214</text>
<rect x="51" y="42" width="349.6" height="7" fill="#b9cdd6"></rect>
<text x="39" y="73" font-size="13" fill="#1d2327" text-anchor="end">上党区</text>
<rect x="51" y="60" width="110.2" height="11" fill="#1f5f7a"></rect>
<text x="167.2" y="71" font-size="13" fill="#646b70" text-anchor="start">962</text>
<rect x="51" y="72" width="105.5" height="7" fill="#b9cdd6"></rect>
<line x1="51" y1="26" x2="51" y2="86" stroke="#646b70" stroke-width="1"></line>
</svg>
</figure>
<figure>
<figcaption>投诉类别（件）</figcaption>
<svg class="chart" viewBox="0 0 460 52" role="img" aria-labelledby="categories-title categories-desc">
<title id="categories-title">投诉类别</title>
<desc id="categories-desc">公共设施维修 2104; 环境卫生 1523</desc>
<text x="78" y="17" font-size="13" fill="#1d2327" text-anchor="end">公共设施维修</text>
<rect x="90" y="5" width="329.5" height="15" fill="#1f5f7a"></rect>
<text x="425.5" y="17" font-size="13" fill="#646b70" text-anchor="start">2,104</text>
<text x="78" y="43" font-size="13" fill="#1d2327" text-anchor="end">环境卫生</text>
<rect x="90" y="31" width="238.5" height="15" fill="#1f5f7a"></rect>
<text x="334.5" y="43" font-size="13" fill="#646b70" text-anchor="start">1,523</text>
<line x1="90" y1="0" x2="90" y2="52" stroke="#646b70" stroke-width="1"></line>
</svg>
</figure>
</div>
</section>
<section id="movers" class="part">
<h2>六、得分与等级变动</h2>
<p class="lead">得分变动的共 87 家，列出变动最大的 1 家。得分显示两位小数，不进位；变动为精确值。</p>
<table class="cards" aria-label="得分与等级变动">
<thead>
<tr>
<th scope="col">企业</th>
<th scope="col">县（区）</th>
<th scope="col" class="number">得分</th>
<th scope="col" class="number">变动</th>
<th scope="col">等级</th>
<th scope="col">主要原因</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row" class="enterprise"><span class="enterprise-name"><b>襄垣县示例万家物业服务有限公司</b><small class="code">91140423YYYY000633</small></span></th>
<td class="county" data-label="县（区）">襄垣县</td>
<td class="number" data-label="得分"><span class="was">87.87 → </span><span>91.37</span></td>
<td class="number" data-label="变动">+3.5</td>
<td class="grades" data-label="等级"><span class="grade b">B</span><span class="was">→</span><span class="grade a">A</span></td>
<td data-label="主要原因">满意率达到 90%，加 3 分；本季度无超期</td>
</tr>
</tbody>
</table>
</section>
<section id="adjustments" class="part">
<h2>七、县（区）细则加扣分</h2>
<p class="lead">加扣分只进入县（区）自己的一栏，每家企业合计有上限，不改变市级扣分项，不解除 D 级和一票否决。</p>
<table class="cards" aria-label="县（区）细则加扣分">
<thead>
<tr>
<th scope="col">加扣分项</th>
<th scope="col">县（区）</th>
<th scope="col" class="number">涉及企业</th>
<th scope="col" class="number">合计分</th>
</tr>
</thead>
<tbody>
<tr>
<th scope="row" class="enterprise"><span>高层住宅电梯困人投诉加扣<sup><a href="#note7">7</a></sup></span></th>
<td class="county" data-label="县（区）">潞州区</td>
<td class="number" data-label="涉及企业">14</td>
<td class="number" data-label="合计分">−23</td>
</tr>
</tbody>
</table>
</section>
<section id="quality" class="part">
<h2>八、数据质量</h2>
<p class="lead">读入 8,561 行，隔离 109 行；隔离的行未计入任何数字，逐行保留行号和原因。情况未知的既不算符合也不算不符合。</p>
<table class="plain" aria-label="未知的情况">
<thead>
<tr>
<th scope="col">未知的情况</th>
<th scope="col" class="number">次数</th>
</tr>
</thead>
<tbody>
<tr>
<td>投诉人无法识别，不计入退出门槛的去重人数（第八条）</td>
<td class="number">214</td>
</tr>
</tbody>
</table>
<ul class="remarks">
<li>未公布 2027 年工作日历，跨年期限不作预告。</li>
</ul>
</section>
<section id="basis" class="part">
<h2>九、依据</h2>
<ol class="notes">
<li id="note1">《意见》（征求意见稿）第十三条　提升投诉处理质效</li>
<li id="note2">《意见》（征求意见稿）第七条　加快信用体系建设</li>
<li id="note3">《意见》（征求意见稿）第二条　压实企业主体责任</li>
<li id="note4">《意见》（征求意见稿）第六条　推进物业服务信息公示公开</li>
<li id="note5">《意见》（征求意见稿）第八条　强化退出机制</li>
<li id="note6">武住建〔2026〕3号 第五条</li>
<li id="note7">潞州住建〔2026〕12号 第四条</li>
</ol>
</section>
</main>
<footer class="colophon">
<dl>
<div><dt>数据截至</dt>
<dd>2026 年 9 月 30 日 24:00</dd>
</div>
<div><dt>台账位置</dt>
<dd>128406</dd>
</div>
<div><dt>规则版本</dt>
<dd>3f9c2ab1</dd>
</div>
<div><dt>参数版本</dt>
<dd>2026.1</dd>
</div>
<div><dt>引擎版本</dt>
<dd>0.1.0</dd>
</div>
</dl>
<p>由 Xize（细则）生成。上列标识相同，本报告逐字节相同；每个得分都可用 xize why 追问依据与证据。</p>
</footer>
</body>
</html>

"""#
